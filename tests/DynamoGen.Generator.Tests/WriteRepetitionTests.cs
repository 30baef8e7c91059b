using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>Which writes are marked, and which are not sent again where their answer was lost.</summary>
public sealed class WriteRepetitionTests
{
    private const string Entity = """
        using DynamoGen.Transactions;
        namespace Shop;
        [Table("ledgers")] public sealed partial class T;
        [Entity<T>] [Key("L#{Id}", "L")]
        public sealed partial record Ledger(int Id, int Sum, int Other, string Status, string? Note, List<int> Entries, HashSet<int> Tags);
        [Entity<T>] [Key("K#{Id}", "K")]
        public sealed partial record Locked(int Id, int Sum) { [OptimisticLock] public long Count { get; init; } }
        [Entity<T>(MarksWrites = false)] [Key("P#{Id}", "P")]
        public sealed partial record Plain(int Id, int Sum, [property: AttributeName("_w")] string Own) { [OptimisticLock] public long Count { get; init; } }
        [Entity<T>] [Key("U#{Id}", "U")] [Unique("MAIL#{Mail}")]
        public sealed partial record User(int Id, string Mail);

        """;

    [Theory]
    [InlineData("SET Sum = {a}", true)]
    [InlineData("SET Sum = 5", true)]
    [InlineData("REMOVE Note", true)]
    [InlineData("SET Sum = Other", true)]
    [InlineData("SET Sum = Other + {a}", true)]
    [InlineData("SET Sum = if_not_exists(Sum, {a})", true)]
    [InlineData("SET Sum = if_not_exists(Other, {a})", true)]
    [InlineData("ADD Tags {tags}", true)]
    [InlineData("DELETE Tags {tags}", true)]
    [InlineData("ADD Sum {a}", false)]
    [InlineData("ADD Sum 1", false)]
    [InlineData("SET Sum = Sum + {a}", false)]
    [InlineData("SET Sum = Other - Sum", false)]
    [InlineData("SET Sum = if_not_exists(Sum, {a}) + 1", false)]
    [InlineData("SET Other = Sum, Sum = {a}", false)]
    [InlineData("SET Sum = if_not_exists(Other, {a}), Other = 1", false)]
    [InlineData("SET Entries = list_append(Entries, {entries})", false)]
    [InlineData("SET Entries = list_append({entries}, {entries})", true)]
    [InlineData("SET Entries[0] = Entries[1], Sum = 1", true)]
    [InlineData("SET Entries[0] = Entries[1], Entries[1] = 1", false)]
    public void An_update_is_sent_again_where_it_comes_to_the_same(string update, bool isRepeatable)
    {
        var parameters = string.Concat(
            update.Contains("{a}") ? ", int a" : "", update.Contains("{tags}") ? ", HashSet<int> tags" : "", update.Contains("{entries}") ? ", List<int> entries" : "");

        Assert.Equal(!isRepeatable, Request("Ledger", $"[Update(\"{update}\")] ValueTask Update(int id{parameters});").Contains("IsRepeatable => false"));
    }

    [Theory]
    [InlineData("Locked", "[Update(\"ADD Sum {a}\")] ValueTask Update(int id, int a, long count);", true)]
    [InlineData("Locked", "[Update(\"ADD Sum {a}\")] ValueTask Update(int id, int a);", false)]
    [InlineData("Locked", "[Update(\"SET Sum = {a}\")] ValueTask Update(int id, int a);", true)]
    [InlineData("Ledger", "[Idempotent] [Update(\"ADD Sum {a}\")] ValueTask Update(int id, int a);", true)]
    [InlineData("Ledger", "[Update(\"ADD Sum {a}\")] WriteAction Update(int id, int a);", true)]
    public void A_lock_or_a_token_makes_an_update_repeatable(string entity, string method, bool isRepeatable) =>
        Assert.Equal(!isRepeatable, Request(entity, method).Contains("IsRepeatable => false"));

    [Theory]
    [InlineData("Ledger", "ValueTask Put(Ledger l);", false)]
    [InlineData("Ledger", "ValueTask<Ledger?> Put(Ledger l);", true)]
    [InlineData("Ledger", "ValueTask<bool> Create(Ledger l);", true)]
    [InlineData("Ledger", "[Idempotent] ValueTask<bool> Create(Ledger l);", false)]
    [InlineData("Ledger", "WriteAction Create(Ledger l);", false)]
    [InlineData("Ledger", "ValueTask Replace(Ledger l);", false)]
    [InlineData("Ledger", "[Condition(\"Sum > 1\")] ValueTask Replace(Ledger l);", true)]
    [InlineData("Ledger", "[Update(\"SET Sum = 1\")] ValueTask Update(int id);", false)]
    [InlineData("Ledger", "[Update(\"SET Sum = 1\")] ValueTask<Ledger> Update(int id);", false)]
    [InlineData("Ledger", "[Update(\"SET Sum = 1\")] ValueTask<Ledger?> Update(int id);", true)]
    [InlineData("Ledger", "[Update(\"SET Sum = 1\")] [Condition(\"Other = 1\")] ValueTask Update(int id);", false)]
    [InlineData("Ledger", "[Update(\"SET Sum = 1\")] [Condition(\"Sum <> 1\")] ValueTask Update(int id);", true)]
    [InlineData("Ledger", "[Update(\"REMOVE Note\")] [Condition(\"attribute_exists(Note)\")] ValueTask Update(int id);", true)]
    [InlineData("Ledger", "ValueTask<bool> Delete(int id);", false)]
    [InlineData("Locked", "ValueTask Put(Locked l);", true)]
    [InlineData("Locked", "ValueTask Replace(Locked l);", true)]
    [InlineData("Locked", "[Update(\"SET Sum = 1\")] ValueTask Update(int id, long count);", true)]
    [InlineData("Locked", "[Update(\"SET Sum = 1\")] ValueTask Update(int id);", false)]
    [InlineData("Plain", "ValueTask<bool> Create(Plain l);", false)]
    [InlineData("Plain", "ValueTask Replace(Plain l);", false)]
    public void A_write_is_marked_where_it_cannot_be_known_again_otherwise(string entity, string method, bool isMarked)
    {
        var request = Request(entity, method);

        Assert.Equal(isMarked, request.Contains("IsMarked => true"));
        Assert.Equal(isMarked, request.Contains("MarkedItem<") || request.Contains("MarkValue("));
    }

    [Theory]
    [InlineData("Ledger", "[Idempotent] WriteAction Create(Ledger l);", "part of its caller's transaction")]
    [InlineData("Ledger", "[Idempotent] ValueTask<Ledger?> Put(Ledger l);", "returns no item")]
    [InlineData("Ledger", "[Idempotent] [Update(\"ADD Sum 1\")] ValueTask<Ledger> Update(int id);", "returns no item")]
    [InlineData("User", "[Idempotent] ValueTask Create(User u);", "a transaction with a token wherever a unique value changes")]
    public void A_write_that_cannot_be_a_transaction_of_its_own_is_refused(string entity, string method, string reason)
    {
        var problem = Assert.Single(Design.Problems(GeneratorRun.Of(Entity + $"[Repository<{entity}>] public partial interface IWrites {{ {method} }}")));

        Assert.Equal(DeclarationRule.PatternShape, problem.Rule);
        Assert.Contains(reason, problem.Arguments[1], StringComparison.Ordinal);
    }

    [Fact]
    public void An_attribute_with_the_name_of_the_mark_is_refused()
    {
        var source = Entity + "[Entity<T>] [Key(\"X#{Id}\", \"X\")] public sealed partial record Other(int Id, [property: AttributeName(\"_w\")] string Own);";

        Assert.Contains(Design.Problems(GeneratorRun.Of(source)), problem => problem.Rule == DeclarationRule.AttributeConflict);
    }

    private static string Request(string entity, string method)
    {
        var run = Design.Compiles(GeneratorRun.Of(Entity + $"[Repository<{entity}>] public partial interface IWrites {{ {method} }}"));
        var text = run.Generated["Shop.IWrites.g.cs"];
        return text[text.IndexOf("private readonly struct", StringComparison.Ordinal)..];
    }
}
