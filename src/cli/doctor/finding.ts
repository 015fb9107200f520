/** What the doctor found out about one thing. */
export interface Finding {
  readonly state: 'ok' | 'warning' | 'wrong';
  readonly about: string;
  readonly sentence: string;
}

export function ok(about: string, sentence: string): Finding {
  return { state: 'ok', about, sentence };
}

export function warning(about: string, sentence: string): Finding {
  return { state: 'warning', about, sentence };
}

export function wrong(about: string, sentence: string): Finding {
  return { state: 'wrong', about, sentence };
}
