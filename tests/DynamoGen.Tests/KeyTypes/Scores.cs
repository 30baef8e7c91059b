using DynamoGen.Transactions;

namespace DynamoGen.Tests.KeyTypes;

/// <summary>A list of the best, whose index is sorted by a number to which is added.</summary>
[Table("scores")]
[GlobalIndex("by-points", PartitionKey = "gsi1pk", SortKey = "gsi1sk", SortKeyType = KeyAttributeType.Number)]
[GlobalIndex("by-text", PartitionKey = "gsi2pk", SortKey = "gsi2sk")]
public sealed partial class Scores;

[Entity<Scores>]
[Key("PLAYER#{Player}", "SCORE")]
[Key("by-points", "GAME#{Game}", "{Points}")]
public sealed partial record Score(string Player, string Game, long Points);

/// <summary>The same by a key of text, which only a new value that is known can renew.</summary>
[Entity<Scores>]
[Key("PLAYER#{Player}", "RANK")]
[Key("by-text", "RANKS", "{Points:D10}#{Player}")]
public sealed partial record Rank(string Player, long Points);

[Repository<Score>]
public partial interface IScores
{
    ValueTask Put(Score score);

    ValueTask<Score?> Get(string player);

    [Index("by-points"), Descending]
    ValueTask<Score[]> Best(string game, long? from = null);

    [Update("ADD Points {by}")]
    ValueTask<Score> UpdatePoints(string player, long by);

    [Update("SET Points = Points - {by}")]
    ValueTask<Score> UpdatePointsDown(string player, long by);

    [Update("ADD Points {by}")]
    ValueTask<Score> UpsertPoints(string player, string game, long by);

    [Update("ADD Points {by}")]
    WriteAction UpdatePointsAction(string player, long by);
}

[Repository<Rank>]
public partial interface IRanks
{
    ValueTask Put(Rank rank);

    [Index("by-text"), Descending]
    ValueTask<Rank[]> All();

    [Update("SET Points = {points}"), Condition("Points = {read}")]
    ValueTask<bool> UpdatePoints(string player, long points, long read);
}
