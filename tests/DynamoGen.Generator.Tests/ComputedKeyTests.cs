using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>Keys of properties that are computed: an update of what they are computed from would leave a stale key behind.</summary>
public sealed class ComputedKeyTests
{
    [Theory]
    [InlineData("public string? OpenRepo => Status == 1 ? Repo : null;")]
    [InlineData("public string? OpenRepo { get { return this.Status == 1 ? Repo : null; } }")]
    [InlineData("public string? OpenRepo => IsOpen ? Repo : null; public bool IsOpen => Status == 1;")]
    [InlineData("public string? OpenRepo => Open(); private string? Open() => Status == 1 ? Repo : null;")]
    [InlineData("public string? OpenRepo => this is { Status: 1 } ? Repo : null;")]
    [InlineData("public string? OpenRepo => Rules.Open(this);")]
    [InlineData("public string? OpenRepo => Rules.Of(Status) ? Repo : null;")]
    [InlineData("public string? OpenRepo => ToString();")]
    [InlineData("private readonly string? _kept; public string? OpenRepo => _kept;")]
    [InlineData("private string? _kept; public string? OpenRepo => this._kept;")]
    [InlineData("public string? OpenRepo => base.ToString();")]
    public void An_update_of_what_an_index_key_is_computed_from_is_refused(string property) =>
        Assert.Contains("updates 'Status', from which 'OpenRepo' in the key of index 'open' is computed", Refusal(property, Status), StringComparison.Ordinal);

    [Theory]
    [InlineData("public string? OpenRepo => Number > 0 ? Repo : null;")]
    [InlineData("public string? OpenRepo => Other?.Status; public Other? Other { get; init; }")]
    [InlineData("public string? OpenRepo => Id;")]
    [InlineData("private const string Kept = \"x\"; public string? OpenRepo => Kept + Id;")]
    public void An_update_of_something_else_is_not(string property) => Design.Compiles(Run(property, Status));

    [Fact]
    public void What_else_an_index_key_needs_of_a_computed_property_no_parameter_can_say() => Assert.Contains(
        "of which 'OpenRepo' is computed",
        Refusal("public string? OpenRepo => Id;", "[Update(\"SET Number = {number}\")] ValueTask Update(string id, int number, string openRepo);", "{Number}#{OpenRepo}"),
        StringComparison.Ordinal);

    [Fact]
    public void The_time_that_each_update_sets_changes_what_is_computed_from_it() => Assert.Contains(
        "updates 'At', from which 'OpenRepo'",
        Refusal("[UpdatedAt] public DateTimeOffset At { get; init; } public string? OpenRepo => $\"{At.Year}\";", Status), StringComparison.Ordinal);

    [Fact]
    public void The_primary_key_never_changes() => Assert.Contains(
        "updates 'Status', from which 'State' in the primary key is computed",
        Refusal("public string? OpenRepo => Id; public string State => Status == 1 ? \"OPEN\" : \"SHUT\";",
            "[Update(\"SET Status = {status}\")] ValueTask Update(string id, string state, int status);", primary: "\"ISSUE#{Id}\", \"{State}\""),
        StringComparison.Ordinal);

    private const string Status = "[Update(\"SET Status = {status}\")] ValueTask Update(string id, int status);";

    private static string Refusal(string property, string pattern, string sort = "{Id}", string primary = "\"ISSUE#{Id}\", \"ISSUE\"")
    {
        var problem = Assert.Single(Design.Problems(Run(property, pattern, sort, primary)), problem => problem.Rule == DeclarationRule.Expression);
        return problem.Arguments[1];
    }

    private static GeneratorRun Run(string property, string pattern, string sort = "{Id}", string primary = "\"ISSUE#{Id}\", \"ISSUE\"") => GeneratorRun.Of($$"""
        namespace Shop;
        [Table("t")]
        [GlobalIndex("open", PartitionKey = "openpk", SortKey = "opensk")]
        public sealed partial class T;
        public sealed record Other(string Status);
        public static class Rules { public static string? Open(Issue issue) => issue.Repo; public static bool Of(int status) => status == 1; }
        [Entity<T>, Key({{primary}}), Key("open", "OPEN#{OpenRepo}", "{{sort}}")]
        public sealed partial record Issue(string Id)
        {
            public string Repo { get; init; } = "";
            public int Status { get; init; }
            public int Number { get; init; }
            {{property}}
        }
        [Repository<Issue>] public partial interface IIssues { {{pattern}} }
        """);
}
