namespace DynamoGen.Generator.Tests.Sources;

/// <summary>Repositories whose form is unusual but right, of an entity that stands beside the table of <see cref="Shop"/>.</summary>
internal static class SoundRepositories
{
    public const string Entity = """
        [Entity<ShopTable>] [Key("A#{Id}", "B#{Nr}")] [Key("gsi1", "C#{_context}", "{writer}#{writer2}#{key}", Shards = 3)]
        public sealed partial record Thing(string Id, int Nr, string _context, string writer, string writer2, string key);

        """;

    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        ["Overloads whose numbers are names of other methods"] =
            "[Repository<Thing>] public partial interface IThings { IAsyncEnumerable<Thing> Get2(string id); ValueTask<Thing?> Get(string id, int nr); ValueTask<Thing?> Get(string id, int nr, CancellationToken ct); }",
        ["Methods named as generated members"] =
            "[Repository<Thing>] public partial interface IThings { ValueTask<Thing?> Get(string id, int nr); IAsyncEnumerable<Thing> GetRequest(string id); IAsyncEnumerable<Thing> GetPattern(string id); IAsyncEnumerable<Thing> TableOf(string id); IAsyncEnumerable<Thing> _context(string id); IAsyncEnumerable<Thing> Create(string id); IAsyncEnumerable<Thing> Repository(string id); IAsyncEnumerable<Thing> ThingsRepository(string id); }",
        ["Methods named as members of object"] =
            "[Repository<Thing>] public partial interface IThings { IAsyncEnumerable<Thing> Equals(string id); IAsyncEnumerable<Thing> GetHashCode(string id); IAsyncEnumerable<Thing> ToString(string id); IAsyncEnumerable<Thing> GetType(string id); IAsyncEnumerable<Thing> Finalize(string id); IAsyncEnumerable<Thing> ReferenceEquals(string id); }",
        ["Parameters named as generated members and variables"] =
            "[Repository<Thing>] public partial interface IThings { [Index(\"gsi1\")] IAsyncEnumerable<Thing> Get(string _context, string writer, string writer2, string key, CancellationToken GetPattern = default); ValueTask Put(Thing _context, CancellationToken @default); ValueTask Delete(Thing PutRequest); }",
        ["Inherited generic interfaces"] =
            "public interface IReader<T> where T : class { ValueTask<T?> Get(string id, int nr); IAsyncEnumerable<T> Query(string id); } public interface IWriter<in T> { Task Put(T item, CancellationToken ct = default); } public interface IBoth : IReader<Thing>; [Repository<Thing>] public partial interface IThings : IBoth, IWriter<Thing> { ValueTask Delete(Thing thing); }",
        ["One method in two bases, and one declared anew"] =
            "public interface IFirst { ValueTask<Thing?> Get(string id, int nr); IAsyncEnumerable<Thing> Query(string id); } public interface ISecond { ValueTask<Thing?> Get(string id, int nr); } [Repository<Thing>] public partial interface IThings : IFirst, ISecond { new ValueTask<IReadOnlyList<Thing>> Query(string id); }",
        ["Methods with bodies, constants and nested types"] =
            "[Repository<Thing>] public partial interface IThings { ValueTask<Thing?> Get(string id, int nr); string Name(string id) => id; static int Number => 1; private void Nothing() { } const int One = 1; class Nested; protected IAsyncEnumerable<Thing> Guarded(string id); internal IAsyncEnumerable<Thing> Inside(string id); }",
        ["Interfaces whose classes would have one name"] =
            "public class ThingsRepository; [Repository<Thing>] public partial interface IThings { ValueTask<Thing?> Get(string id, int nr); } [Repository<Thing>] public partial interface Things { ValueTask<Thing?> Get(string id, int nr); } [Repository<Thing>] public partial interface IThingsRepository { ValueTask<Thing?> Get(string id, int nr); } [Repository<Thing>] public partial interface Repository { ValueTask<Thing?> Get(string id, int nr); }",
        ["A private entity with a private repository"] =
            "public static partial class Outer { [Entity<ShopTable>] [Key(\"A#{Id}\", \"B#{Kind}\")] private sealed partial record Secret(string Id, Kinds Kind); private enum Kinds { A } [Repository<Secret>] private partial interface ISecrets { ValueTask<Secret?> Get(string id, Kinds kind); ValueTask<Found?> Find(string id); } [ItemCollection] private sealed class Found { public required Secret Secret { get; init; } } }",
        ["One value in several places of a key"] =
            "[Entity<ShopTable>] [Key(\"A#{Id}#{Nr}\", \"B#{Nr}#{Id}\")] [Key(\"gsi1\", \"X#{Hint}\", \"{Hint}#{Id}\", Shards = 4)] public sealed partial record Twice(string Id, int Nr) { public string? Hint { get; init; } } [Repository<Twice>] public partial interface ITwice { ValueTask<Twice?> Get(string id, int nr); [Index(\"gsi1\")] IAsyncEnumerable<Twice> Hinted(string hint); }",
    };
}
