using System.Reflection;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>Every attribute on every kind of method either has a meaning, or is an error that names both.</summary>
public sealed class PatternAttributeTests
{
    private const string Entity = """
        using DynamoGen.Transactions;
        using DynamoGen.Uniqueness;
        namespace Shop;
        [Table("carts", TimeToLive = "Until")]
        [GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
        [GlobalIndex("keys", PartitionKey = "gsi2pk", SortKey = "gsi2sk", Projection = IndexProjection.KeysOnly)]
        public sealed partial class T;
        [Entity<T>] [Key("CART#{Id}", "LINE#{Nr}")] [Key("gsi1", "BY#{Who}", "{Nr}")] [Key("keys", "KEY#{Who}", "{Nr}")]
        public sealed partial record Cart(int Id, int Nr, string Who, int Cnt, bool Done, [property: TimeToLive] DateTimeOffset? Until) : ICart;
        [Entity<T>] [Key("USER#{Id}", "USER")] [Unique("MAIL#{Mail}")]
        public sealed partial record User(int Id, string Mail);
        [ItemCollection] public sealed class Carts { public required IReadOnlyList<Cart> All { get; init; } }
        [ItemCollection(typeof(Cart))] public interface ICart;

        """;

    private static readonly Dictionary<string, string> Attributes = new()
    {
        ["Index"] = "Index(\"gsi1\")",
        ["Filter"] = "Filter(\"Done = true\")",
        ["Descending"] = "Descending",
        ["Hydrate"] = "Hydrate",
        ["ConsistentRead"] = "ConsistentRead",
        ["IncludeExpired"] = "IncludeExpired",
        ["ReadNewest"] = "ReadNewest",
        ["Cached"] = "Cached(60)",
        ["CapacityBudget"] = "CapacityBudget(5)",
        ["AllowScan"] = "AllowScan(\"why\")",
        ["Condition"] = "Condition(\"Cnt > 1\")",
        ["Update"] = "Update(\"ADD Cnt 1\")",
        ["Idempotent"] = "Idempotent",
        ["Tombstone"] = "Tombstone",
    };

    /// <summary>One method of each kind and form, the attributes it has already, and those that it may have beside them.</summary>
    private static readonly (string Method, string Has, string[] May)[] Methods =
    [
        ("ValueTask<Cart?> Get(int id, int nr);", "", ["ConsistentRead", "IncludeExpired", "Cached", "CapacityBudget", "Update"]),
        ("ValueTask<Cart?> First(string who);", "Index(\"gsi1\")", ["Filter", "Descending", "IncludeExpired", "CapacityBudget"]),
        ("IAsyncEnumerable<Cart> Of(int id);", "", ["Filter", "Descending", "ConsistentRead", "IncludeExpired", "CapacityBudget"]),
        ("IAsyncEnumerable<Cart> Of(string who);", "Index(\"gsi1\")", ["Filter", "Descending", "IncludeExpired", "CapacityBudget"]),
        ("IAsyncEnumerable<Cart> Whole(string who);", "Index(\"keys\"), Hydrate, IncludeExpired", ["Descending", "CapacityBudget"]),
        ("ValueTask<IReadOnlyList<Cart>> List(int id);", "", ["Filter", "Descending", "ConsistentRead", "IncludeExpired", "CapacityBudget"]),
        ("ValueTask<Page<Cart>> Page(int id, int limit, string? cursor);", "", ["Filter", "Descending", "ConsistentRead", "IncludeExpired", "CapacityBudget"]),
        ("ValueTask<Carts?> Together(int id);", "", ["Descending", "ConsistentRead", "IncludeExpired", "CapacityBudget"]),
        ("IAsyncEnumerable<ICart> Mixed(int id);", "", ["Filter", "Descending", "ConsistentRead", "IncludeExpired", "CapacityBudget"]),
        ("ValueTask<Page<ICart>> MixedPage(string who, int limit, string? cursor);", "Index(\"gsi1\")", ["Filter", "Descending", "IncludeExpired", "CapacityBudget"]),
        ("IAsyncEnumerable<ICart> MixedScan(int segments);", "AllowScan(\"why\")", ["Filter", "ConsistentRead", "IncludeExpired", "CapacityBudget", "Index"]),
        ("ValueTask<long> CountOf(int id);", "", ["Filter", "ConsistentRead", "IncludeExpired", "CapacityBudget"]),
        ("ValueTask<bool> Exists(int id, int nr);", "", ["Filter", "ConsistentRead", "IncludeExpired", "CapacityBudget", "Update"]),
        ("ValueTask<bool> ExistsOf(string who);", "Index(\"gsi1\")", ["Filter", "IncludeExpired", "CapacityBudget"]),
        ("IAsyncEnumerable<Cart> All(int segments);", "AllowScan(\"why\")", ["Filter", "ConsistentRead", "IncludeExpired", "CapacityBudget", "Index"]),
        ("ValueTask<Page<Cart>> Pages(int limit, string? cursor);", "AllowScan(\"why\")", ["Filter", "ConsistentRead", "IncludeExpired", "CapacityBudget", "Index"]),
        ("ValueTask<long> HowMany();", "AllowScan(\"why\")", ["Filter", "ConsistentRead", "IncludeExpired", "CapacityBudget", "Index"]),
        ("IAsyncEnumerable<Cart> GetMany(IEnumerable<Cart.PrimaryKey> keys);", "", ["ConsistentRead", "IncludeExpired", "CapacityBudget"]),
        ("ValueTask<IReadOnlyList<Cart?>> GetMany(IAsyncEnumerable<Cart.PrimaryKey> keys);", "", ["ConsistentRead", "IncludeExpired", "CapacityBudget"]),
        ("ValueTask<Response<Cart?>> Get(int id, int nr);", "", ["ConsistentRead", "IncludeExpired", "Cached", "CapacityBudget", "Update"]),
        ("ValueTask PutMany(IEnumerable<Cart> carts);", "", []),
        ("ValueTask DeleteMany(IEnumerable<Cart.PrimaryKey> keys);", "", []),
        ("ValueTask Put(Cart cart);", "", ["Condition", "Idempotent"]),
        ("ValueTask<Cart?> Upsert(Cart cart);", "", ["Condition"]),
        ("ValueTask<bool> Replace(Cart cart);", "", ["Condition", "Idempotent"]),
        ("WriteAction PutAction(Cart cart);", "", ["Condition"]),
        ("ValueTask<bool> UpdateCnt(int id, int nr);", "Update(\"ADD Cnt 1\")", ["Condition", "Idempotent"]),
        ("ValueTask<Cart> UpdateCnt(int id, int nr);", "Update(\"ADD Cnt 1\")", ["Condition"]),
        ("WriteAction UpdateAction(int id, int nr);", "Update(\"ADD Cnt 1\")", ["Condition"]),
        ("ValueTask<bool> DeleteFinished(int id, int nr);", "", ["Condition", "Idempotent", "Tombstone", "Update"]),
        ("ValueTask<Cart?> Delete(int id, int nr);", "", ["Condition", "Tombstone", "Update"]),
        ("WriteAction DeleteAction(Cart cart);", "", ["Condition", "Tombstone"]),
        ("WriteAction CheckAction(int id, int nr);", "", ["Condition", "Update"]),
        ("ReadAction<Cart> GetAction(int id, int nr);", "", ["CapacityBudget"]),
        ("ValueTask<Cart?> Named(int id, int nr) => default;", "", []),
        ("static ValueTask<Cart?> Fixed(int id, int nr) => default;", "", []),
    ];

    public static TheoryData<string, string> Meaningless => Pairs(isAllowed: false);

    public static TheoryData<string, string> Meaningful => Pairs(isAllowed: true);

    [Fact]
    public void Every_attribute_of_methods_is_in_the_matrix()
    {
        var declared = typeof(UpdateAttribute).Assembly.GetExportedTypes()
            .Where(type => type.GetCustomAttribute<AttributeUsageAttribute>() is { } usage && usage.ValidOn.HasFlag(AttributeTargets.Method))
            .Select(type => type.FullName!)
            .Where(name => name != typeof(UpcastAttribute).FullName && name != typeof(DowncastAttribute).FullName)
            .Except(MethodVerb.Attributes);

        Assert.Equal(declared.Order(), PatternAttributes.All.Order());
        Assert.Equal(Attributes.Keys.Order(), PatternAttributes.All.Select(name => name["DynamoGen.".Length..^"Attribute".Length]).Order());
    }

    [Theory]
    [MemberData(nameof(Meaningful))]
    public void An_attribute_that_means_something_compiles(string attributes, string method) =>
        Design.Compiles(GeneratorRun.Of(Entity + Repository(attributes, method)));

    [Theory]
    [MemberData(nameof(Meaningless))]
    public void An_attribute_that_means_nothing_is_refused_by_name(string attributes, string method)
    {
        var problem = Assert.Single(Design.Problems(GeneratorRun.Of(Entity + Repository(attributes, method))));

        // Some attributes make another kind of the method, which then lacks something, and says what.
        var names = PatternAttributes.All.Select(name => name["DynamoGen.".Length..^"Attribute".Length]).Where(attributes.Contains);
        var message = $"{problem.Rule}: {string.Join(", ", problem.Arguments)}";
        Assert.Contains(names, name => message.Contains(Stem(name), StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("[Cached(60), ConsistentRead]", "[Cached] returns what was stored a while ago")]
    [InlineData("[Cached(0)]", "that is 1 or more")]
    [InlineData("[Cached(-1)]", "that is 1 or more")]
    public void A_cached_read_is_eventually_consistent_for_a_time(string attributes, string reason)
    {
        var problem = Assert.Single(Design.Problems(GeneratorRun.Of(
            Entity + $"[Repository<Cart>] public partial interface ICarts {{ {attributes} ValueTask<Cart?> Get(int id, int nr); }}")));

        Assert.Equal(DeclarationRule.PatternShape, problem.Rule);
        Assert.Contains(reason, problem.Arguments[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Put, Update(\"ADD Cnt 1\")] ValueTask Increment(Cart cart);", "[Update] means nothing to a write of a whole entity")]
    [InlineData("[Delete, Update(\"ADD Cnt 1\")] ValueTask Increment(int id, int nr);", "[Update] means nothing to a delete")]
    [InlineData("[Get, Update(\"ADD Cnt 1\")] ValueTask<Cart?> Increment(int id, int nr);", "[Update] means nothing to a GetItem")]
    [InlineData("[Put, Delete] ValueTask Increment(Cart cart);", "[Put] and [Delete] say two things of what it does")]
    [InlineData("[Put] IAsyncEnumerable<Cart> Increment(Cart cart);", "[Put] is no method that takes and returns what it does")]
    [InlineData("[Get] ValueTask<IReadOnlyList<Cart>> Some(int id);", "[Get] is no method that takes and returns what it does")]
    [InlineData("[Exists] ValueTask<Cart?> Some(int id, int nr);", "[Exists] is no method that takes and returns what it does")]
    [InlineData("[Update(\"ADD Cnt 1\")] IAsyncEnumerable<Cart> Some(int id);", "[Update] is no method that takes and returns what it does")]
    [InlineData("ValueTask<int> CountOf(int id);", "ValueTask<long> (how many)")]
    [InlineData("[Descending] ValueTask<long> CountOf(int id);", "[Descending] means nothing to a Query that counts")]
    [InlineData("[Cached(9)] ValueTask<bool> Exists(int id, int nr);", "[Cached] means nothing to the question whether there is an item")]
    [InlineData("[Condition(\"Cnt > 1\")] ValueTask<Cart?> Remove(int id, int nr);", "[Condition] means nothing to a GetItem")]
    [InlineData("ValueTask<Cart?> Remove(int id, int nr);", "'Remove' sounds like a write")]
    [InlineData("ValueTask<Cart?> SetCount(int id, int nr);", "'Set' sounds like a write")]
    [InlineData("ValueTask<Cart> Save(Cart cart);", "a method that writes must begin with Put")]
    [InlineData("ValueTask<bool> Insert(Cart cart);", "a method that writes must begin with Put")]
    [InlineData("DynamoGen.Transactions.WriteAction AddAction(Cart cart);", "a method that writes must begin with Put")]
    [InlineData("[IncludeExpired] ValueTask<User?> GetUser(int id);", "'User', which has no [TimeToLive]")]
    public void What_sounds_like_a_write_never_becomes_a_read(string method, string reason)
    {
        var entity = method.Contains("User", StringComparison.Ordinal) ? "User" : "Cart";
        var problem = Assert.Single(Design.Problems(GeneratorRun.Of(Entity + $"[Repository<{entity}>] public partial interface IThings {{ {method} }}")));

        Assert.Equal(DeclarationRule.PatternShape, problem.Rule);
        Assert.Contains(reason, problem.Arguments[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ValueTask<Cart?> Settings(int id, int nr);")]
    [InlineData("ValueTask<Cart?> Address(int id, int nr);")]
    [InlineData("IAsyncEnumerable<Cart> SetOf(int id);")]
    public void A_read_whose_name_only_resembles_a_write_compiles(string method) =>
        Design.Compiles(GeneratorRun.Of(Entity + $"[Repository<Cart>] public partial interface ICarts {{ {method} }}"));

    private static TheoryData<string, string> Pairs(bool isAllowed)
    {
        var pairs = new TheoryData<string, string>();
        foreach (var (method, has, may) in Methods)
        {
            var present = has.Split(", ").Select(attribute => attribute.Split('(')[0]).ToArray();
            foreach (var (name, attribute) in Attributes.Where(attribute => !present.Contains(attribute.Key) && may.Contains(attribute.Key) == isAllowed))
            {
                pairs.Add(has.Length == 0 ? attribute : $"{has}, {attribute}", method);
            }
        }

        return pairs;
    }

    private static string Stem(string attribute) => attribute is "Filter" or "Hydrate" or "Index" or "ConsistentRead" ? attribute : $"[{attribute}]";

    private static string Repository(string attributes, string method) => $"[Repository<Cart>] public partial interface ICarts {{ [{attributes}] {method} }}";
}
