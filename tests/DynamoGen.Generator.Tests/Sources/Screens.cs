namespace DynamoGen.Generator.Tests.Sources;

/// <summary>Access patterns whose clauses are left out or repeated, that count, and whose updates make their items.</summary>
internal static class Screens
{
    public const string Source = """
        using DynamoGen.Transactions;

        namespace Shop;

        public enum Stage { Open, Done }

        [Entity<ShopTable>(Version = 2)]
        [Key("BOARD#{Board}", "CARD#{Nr}")]
        [Key("gsi1", "WHO#{Owner}", "{Nr}")]
        public sealed partial record Card(string Board, int Nr, string Owner, [property: OmitDefault] int Votes)
        {
            public Stage Stage { get; init; }
            public decimal? Price { get; init; }
            public HashSet<string> Tags { get; init; } = [];
            [CreatedAt] public DateTimeOffset Made { get; init; }
            [OptimisticLock] public long Revision { get; init; }
            [Upcast(1, nameof(Owner))] private static string OwnerOf(string owner) => owner.Trim();
        }

        [Repository<Card>]
        public partial interface ICards
        {
            [Filter("Stage = {stage} AND NOT (Price > {price} OR contains(Tags, {tag})) AND Votes IN {votes}")]
            IAsyncEnumerable<Card> Find(string board, Stage? stage, decimal? price, string? tag, IReadOnlyList<int>? votes);

            [Filter("Price BETWEEN {least} AND {most} AND (Stage IN {stages} OR Votes > 3)"), Index("gsi1")]
            Task<List<Card>> Wide(string owner, decimal? least, decimal most, Stage[] stages);

            [Index("gsi1")]
            ValueTask<long> CountOf(string owner);

            ValueTask<bool> Exists(string board, int nr);

            [Exists, Filter("Votes > 0")]
            ValueTask<bool> IsLiked(string board);

            [Update("ADD Votes {by} SET Stage = {stage}")]
            ValueTask<Card> UpsertVotes(string board, int nr, string owner, int by, Stage stage);

            [Upsert, Update("SET Owner = {owner}, Tags = {tags}")]
            WriteAction GiveAsync(string board, int nr, string owner, HashSet<string> tags);
        }
        """;
}
