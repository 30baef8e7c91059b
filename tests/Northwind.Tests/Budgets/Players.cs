using DynamoGen;
using DynamoGen.Transactions;

namespace Northwind.Tests.Budgets;

[Table("players")]
[GlobalIndex("by-team", PartitionKey = "gpk", SortKey = "gsk")]
public sealed partial class PlayerTable;

/// <summary>
/// Its budget is the most that a write of up to 1 KB may take: the table twice, both markers of a name that changes, and an index whose key moves.
/// </summary>
[Entity<PlayerTable>]
[WriteBudget(8)]
[Key("PLAYER#{Id}", "PLAYER")]
[Key("by-team", "TEAM#{Team}", "{Id}")]
[Unique("NAME#{Name}")]
public sealed partial record Player(int Id, string Team, string Name)
{
    public int Points { get; init; }

    public string? Note { get; init; }

    [OptimisticLock]
    public long Revision { get; init; }
}

[Repository<Player>]
public partial interface IPlayers
{
    [CapacityBudget(reads: 0.5)]
    ValueTask<Player?> Get(int id);

    [CapacityBudget(reads: 0.5), Index("by-team")]
    ValueTask<IReadOnlyList<Player>> OfTeam(string team);

    ValueTask<Player> Create(Player player);

    ValueTask<Player> Replace(Player player, Player before);

    ValueTask Delete(Player player);

    [Update("SET Name = {name}")]
    ValueTask<bool> UpdateName(int id, string name, string nameBefore);

    [Update("ADD Points {by}")]
    ValueTask UpdatePoints(int id, int by);

    [Idempotent]
    [Update("ADD Points {by}")]
    ValueTask UpdatePointsOnce(int id, int by);

    WriteAction CreateAction(Player player);

    [Update("ADD Points {by}")]
    WriteAction UpdatePointsAction(int id, int by);
}
