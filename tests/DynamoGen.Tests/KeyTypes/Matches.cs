namespace DynamoGen.Tests.KeyTypes;

[Table("matches", SortKey = null)]
[GlobalIndex("by-round", PartitionKeys = ["Tournament", "Region"],
    SortKeys = ["Round", "Bracket"], SortKeyTypes = [KeyAttributeType.Number, KeyAttributeType.String])]
public sealed partial class Matches;

[Entity<Matches>]
[Key("MATCH#{Id}")]
[MultiAttributeKey("by-round")]
public sealed partial record Match(int Id, string Tournament, string Region, int Round, string? Bracket);

[Repository<Match>]
public partial interface IMatches
{
    ValueTask Put(Match match);

    [Index("by-round")]
    ValueTask<IReadOnlyList<Match>> OfTournament(string tournament, string region, int? from = null, int? to = null);

    [Index("by-round")]
    ValueTask<IReadOnlyList<Match>> OfRound(string tournament, string region, int round, string? from = null);

    [Index("by-round")]
    ValueTask<Page<Match>> Page(string tournament, string region, int limit, string? cursor = null);
}
