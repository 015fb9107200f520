export const masterKeyNote = `The file "master.key" in this folder is the master key of this Poststelle.

Everything personal that the service stores - names, addresses, subjects, the mails themselves - and every password
kept for you is encrypted, and this key opens all of it.

Back it up now, and separately: not beside the data and not in the same backup. Whoever has the data and this key can
read everything. Whoever loses this key has lost everything that the data hold; nobody can restore it, and the
service will not start without it.

To keep the key outside this folder altogether, put its one line into the environment variable POSTSTELLE_MASTER_KEY
(from your secret store) and remove the file.

Never replace the file by another key: the service refuses to start with a key that does not fit the vault.
`;
