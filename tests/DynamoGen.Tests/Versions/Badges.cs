using DynamoGen.Transactions;

namespace DynamoGen.Tests.Versions;

[Table("badges", SortKey = null)]
public sealed partial class Badges;

/// <summary>The badge as the first deployment knows it.</summary>
[Entity<Badges>(Name = "Badge")]
[Key("BADGE#{Id}")]
public sealed partial record OldBadge(string Id)
{
    public string? Colour { get; init; }

    public int Size { get; init; }
}

[Entity<Badges>(Name = "Badge", Version = 2)]
[Key("BADGE#{Id}")]
public sealed partial record NewBadge(string Id)
{
    public string? Colour { get; init; }

    public int Size { get; init; }

    public string? Since { get; init; }

    [Upcast(1, nameof(Since))]
    private static string? SinceOf(string? since) => since;
}

[Repository<OldBadge>]
public partial interface IOldBadges
{
    ValueTask Put(OldBadge badge);

    ValueTask Create(OldBadge badge);

    ValueTask Replace(OldBadge badge);

    ValueTask<bool> ReplaceIfThere(OldBadge badge);

    WriteAction ReplaceAction(OldBadge badge);

    [Condition("attribute_not_exists(Id)")]
    ValueTask PutNew(OldBadge badge);

    [Condition("Colour = 'red'")]
    ValueTask PutIfRed(OldBadge badge);

    [Condition("Colour = 'red'")]
    ValueTask<bool> PutIfRedTells(OldBadge badge);

    [Condition("Colour = 'red'")]
    ValueTask<OldBadge?> PutIfRedReturns(OldBadge badge);

    [Update("SET Size = {size}")]
    ValueTask Update(string id, int size);

    [Update("SET Size = {size}")]
    ValueTask<bool> UpdateIfThere(string id, int size);

    [Update("SET Size = {size}")]
    ValueTask<OldBadge> UpdateAndGet(string id, int size);

    [Update("SET Size = {size}")]
    ValueTask<OldBadge?> UpdateAndGetOld(string id, int size);

    [Update("SET Size = {size}"), Condition("Colour = 'red'")]
    ValueTask UpdateRed(string id, int size);

    [Update("SET Size = {size}")]
    WriteAction UpdateAction(string id, int size);

    ValueTask<bool> Delete(string id);

    [Condition("Colour = 'red'")]
    ValueTask DeleteIfRed(string id);

    [Condition("Colour = 'red'")]
    ValueTask<bool> DeleteIfRedTells(string id);

    [Condition("Colour = 'red'")]
    ValueTask<OldBadge?> DeleteIfRedReturns(string id);

    [Condition("Colour = 'red'")]
    WriteAction DeleteIfRedAction(string id);

    [Condition("Colour = 'red'")]
    WriteAction CheckRed(string id);

    WriteAction CheckThere(string id);
}

[Repository<NewBadge>]
public partial interface INewBadges
{
    ValueTask<NewBadge?> Get(string id);

    ValueTask Put(NewBadge badge);

    ValueTask Replace(NewBadge badge);

    [Condition("Colour = 'red'")]
    ValueTask ReplaceRed(NewBadge badge);
}
