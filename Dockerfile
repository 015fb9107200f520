FROM node:24.21.0-bookworm-slim AS build
WORKDIR /poststelle
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json nest-cli.json ./
COPY src src
RUN npm run build && npm prune --omit=dev

FROM node:24.21.0-bookworm-slim
WORKDIR /poststelle
ENV NODE_ENV=production POSTSTELLE_DATA=/data POSTSTELLE_HTTP_HOST=0.0.0.0 POSTSTELLE_SMTP_HOST=0.0.0.0
COPY --from=build /poststelle/package.json ./
COPY --from=build /poststelle/node_modules node_modules
COPY --from=build /poststelle/dist dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000 2525
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
