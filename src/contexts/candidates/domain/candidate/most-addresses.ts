export const mostAddresses = 20;
