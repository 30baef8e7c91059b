using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>Where null is stored as NULL, an update does not compute with it, nor go into it, unless its condition says that there is more.</summary>
public sealed class StoredNullTests
{
    private const string Entity = """
        namespace Shop;
        [Table("prefs", TimeToLive = "Until")] public sealed partial class T;
        public sealed record Home(string City, int Floor);
        [Entity<T>] [Key("PREFS#{Id}", "PREFS")]
        public sealed partial record Prefs(int Id, decimal? Price = 5)
        {
            public Home? Home { get; init; } = new("Oslo", 1);
            public List<int>? Numbers { get; init; } = [1];
            public decimal Sum { get; init; }
            [OmitDefault] public bool Flag { get; init; }
            public int? Least { get; init; }
            public int? Most { get; init; }
            public HashSet<string> Tags { get; init; } = [];
        }

        """;

    [Theory]
    [InlineData("ADD Price 1", "computes with 'Price', which may be NULL")]
    [InlineData("SET Sum = Price + 1", "computes with 'Price', which may be NULL")]
    [InlineData("SET Numbers = list_append(Numbers, {more})", "computes with 'Numbers', which may be NULL")]
    [InlineData("SET Home.City = 'a'", "goes into 'Home', which may be NULL; demand attribute_type(Home, 'M')")]
    public void An_update_that_may_meet_NULL_is_refused(string update, string reason)
    {
        Refused(DeclarationRule.Expression, $"[Update(\"{update}\")] ValueTask Update(int id, List<int> more);", reason);
        if (update.Contains("Home", StringComparison.Ordinal))
        {
            Refused(DeclarationRule.Expression, $"[Update(\"{update}\"), Condition(\"attribute_exists(Home)\")] ValueTask Update(int id);", reason);
            Refused(DeclarationRule.Expression, $"[Update(\"{update}\"), Condition(\"attribute_type(Home, 'NULL')\")] ValueTask Update(int id);", reason);
        }
    }

    [Theory]
    [InlineData("[Update(\"ADD Price 1\"), Condition(\"attribute_type(Price, 'N')\")] ValueTask Update(int id);")]
    [InlineData("[Update(\"SET Home.City = 'a'\"), Condition(\"attribute_type(Home, 'M')\")] ValueTask Update(int id);")]
    [InlineData("[Update(\"SET Home.City = 'a'\"), Condition(\"Home.Floor = 1\")] ValueTask Update(int id);")]
    [InlineData("[Update(\"SET Price = {price}, Numbers = {numbers}\")] ValueTask Update(int id, decimal price, List<int> numbers);")]
    [InlineData("[Filter(\"Least < Most\")] IAsyncEnumerable<Prefs> Of(int id);")]
    [InlineData("[Condition(\"Flag = {flag}\")] ValueTask Create(Prefs prefs, bool flag);")]
    [InlineData("[Condition(\"Tags = {tags}\")] ValueTask<bool> Create(Prefs prefs, HashSet<string> tags);")]
    public void What_the_condition_proves_or_absence_can_meet_compiles(string method) =>
        Design.Compiles(GeneratorRun.Of(Entity + $"[Repository<Prefs>] public partial interface IPrefs {{ {method} }}"));

    [Theory]
    [InlineData("[Filter(\"Least = Most\")] IAsyncEnumerable<Prefs> Of(int id);", "which may be absent, with another property")]
    [InlineData("[Condition(\"Sum = {sum}\")] ValueTask Create(Prefs prefs, decimal sum);", "can never hold")]
    public void What_absence_cannot_meet_is_refused(string method, string reason) => Refused(DeclarationRule.Expression, method, reason);

    [Fact]
    public void A_time_to_live_with_an_initial_value_is_refused()
    {
        var run = GeneratorRun.Of("""
            [Table("t", TimeToLive = "Until")] public sealed partial class T;
            [Entity<T>] [Key("A#{Id}", "B")] public sealed partial record Thing(int Id) { [TimeToLive] public DateTimeOffset? Until { get; init; } = DateTimeOffset.MaxValue; }
            """);

        var problem = Assert.Single(Design.Problems(run));
        Assert.Equal(DeclarationRule.StorageForm, problem.Rule);
        Assert.Contains("leave out the initial value", problem.Arguments[2], StringComparison.Ordinal);
    }

    private static void Refused(DeclarationRule rule, string method, string reason)
    {
        var problem = Assert.Single(Design.Problems(GeneratorRun.Of(Entity + $"[Repository<Prefs>] public partial interface IPrefs {{ {method} }}")));
        Assert.Equal(rule, problem.Rule);
        Assert.Contains(reason, problem.Arguments[1], StringComparison.Ordinal);
    }
}
