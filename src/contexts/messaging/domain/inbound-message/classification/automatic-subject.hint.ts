/** Subjects of automatic answers in the languages of the common systems, and of Notes (`AUTO: Ada is out (returning 3.3.)`). */
const automatic = new RegExp(
  [
    '^(?:re: |aw: )?(?:automatic reply|auto(?:matic)? ?reply|out of (?:the )?office|autoreply)\\b',
    '^auto: .*\\(',
    '^(?:automatische antwort|abwesenheits(?:notiz|assistent|meldung)|abwesend)',
    '^(?:réponse automatique|absence du bureau|absent du bureau)',
    '^(?:respuesta automática|fuera de la oficina)',
    '^(?:risposta automatica|fuori ufficio)',
    '^(?:automatisch antwoord|afwezig)',
    '^(?:resposta automática|automatyczna odpowiedź|automatisk svar|автоматический ответ|自動応答|自动回复)',
  ].join('|'),
  'iu',
);

/** A subject alone marks a mail as probably automatic; it never takes it away from a person. */
export function soundsAutomatic(subject: string): boolean {
  return automatic.test(subject.trim());
}
