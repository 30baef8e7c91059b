using DynamoGen.Transactions;

namespace DynamoGen.StreamProof;

/// <summary>Where the changes are made.</summary>
[Table("proof", Stream = StreamView.NewAndOldImages)]
public sealed partial class SourceTable;

/// <summary>An item that is changed again and again, each time to the next number.</summary>
[Entity<SourceTable>]
[Key("ITEM#{Id}", "ITEM")]
public sealed partial record Item(int Id, int Number);

[Repository<Item>]
public partial interface IItems
{
    ValueTask Put(Item item, CancellationToken cancellationToken = default);
}

/// <summary>Where the effects are.</summary>
[Table("effects")]
public sealed partial class EffectTable;

/// <summary>The effects of the changes of one item: their numbers, in the order in which they had it.</summary>
[Entity<EffectTable>]
[Key("EFFECT#{Id}", "EFFECT")]
public sealed partial record Effect(int Id, IReadOnlyList<int> Numbers);

[Repository<Effect>]
public partial interface IEffects
{
    ValueTask Put(Effect effect, CancellationToken cancellationToken = default);

    [Update("SET Numbers = list_append(Numbers, {number})")]
    WriteAction UpdateNumbers(int id, IReadOnlyList<int> number);

    [AllowScan("The whole of a proof is verified.")]
    IAsyncEnumerable<Effect> All(CancellationToken cancellationToken = default);
}
