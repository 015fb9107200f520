/** A business fact in the past tense. `data` is what the domain needs; how it is stored is the codec's matter. */
export interface DomainEvent<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
}
