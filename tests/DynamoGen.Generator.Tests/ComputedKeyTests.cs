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
    [InlineData("public string? OpenRepo => Open<string>(); private T? Open<T>() where T : class => Status == 1 ? Repo as T : null;")]
    [InlineData("public string? OpenRepo => this.Open<string>(); private T? Open<T>() where T : class => Status == 1 ? Repo as T : null;")]
    [InlineData("public string? OpenRepo => this[1]; private string? this[int status] => Status == status ? Repo : null;")]
    [InlineData("public partial string? OpenRepo { get; } public partial string? OpenRepo => Status == 1 ? Repo : null;")]
    [InlineData("public string? OpenRepo => Open(); private partial string? Open(); private partial string? Open() => Status == 1 ? Repo : null;")]
    [InlineData("public string? OpenRepo => Of(Repo); private string? Of(string repo) { return Is() ? repo : null; bool Is() => Status == 1; }")]
    [InlineData("public string? OpenRepo => new[] { Repo }.FirstOrDefault(repo => Status == 1 && repo.Length > 0);")]
    [InlineData("public string? OpenRepo => Rules.Open(this with { Number = 1 });")]
    [InlineData("private event Func<string?>? Opened; public string? OpenRepo => Opened?.Invoke();")]
    [InlineData("public string? OpenRepo => (Status, Repo) is (1, var repo) ? repo : null;")]
    public void An_update_of_what_an_index_key_is_computed_from_is_refused(string property) =>
        Assert.Contains("updates 'Status', from which 'OpenRepo' in the key of index 'open' is computed", Refusal(property, Status), StringComparison.Ordinal);

    [Theory]
    [InlineData("public string? OpenRepo => Number > 0 ? Repo : null;")]
    [InlineData("public string? OpenRepo => Other?.Status; public Other? Other { get; init; }")]
    [InlineData("public string? OpenRepo => Id;")]
    [InlineData("private const string Kept = \"x\"; public string? OpenRepo => Kept + Id;")]
    [InlineData("private static readonly string Kept = \"x\"; public string? OpenRepo => Kept + Id;")]
    [InlineData("public string? OpenRepo => Of<string>(Id); private static string? Of<T>(T value) => value?.ToString();")]
    public void An_update_of_something_else_is_not(string property) => Design.Compiles(Run(property, Status));

    /// <summary>What a class keeps of its constructor's parameters may be what any property stores.</summary>
    [Theory]
    [InlineData("class Issue(string id, int status)", "public string? OpenRepo => status == 1 ? Repo : null;")]
    [InlineData("class Issue(string id, int status)", "public string? OpenRepo => Open(); private string? Open() => status == 1 ? Repo : null;")]
    [InlineData("class Issue(string id, int status) : Stated(status)", "public string? OpenRepo => State;")]
    [InlineData("class Issue(string id, int status) : Stated(status)", "public string? OpenRepo => base.State;")]
    [InlineData("class Issue(string id, int status) : Stated(status)", "public string? OpenRepo => base[1];")]
    [InlineData("class Issue(string id, int status) : Stated(status)", "public string? OpenRepo => base.Of<string>();")]
    [InlineData("class Issue(string id, int status) : Stated(status)", "public string? OpenRepo => StateOf(1);")]
    public void A_kept_parameter_holds_what_any_property_stores(string type, string property) => Assert.Contains(
        "updates 'Number', from which 'OpenRepo' in the key of index 'open' is computed", Refusal(Class(type, property)), StringComparison.Ordinal);

    [Theory]
    [InlineData("class Issue(string id, int status)", "public string? OpenRepo => Id;")]
    [InlineData("class Issue(string id, int status)", "public string? OpenRepo => Rules.Kept(status: Id);")]
    public void What_takes_no_kept_parameter_is_computed_from_what_it_names(string type, string property) => Design.Compiles(Class(type, property));

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

    private static string Refusal(string property, string pattern, string sort = "{Id}", string primary = "\"ISSUE#{Id}\", \"ISSUE\"") =>
        Refusal(Run(property, pattern, sort, primary));

    private static string Refusal(GeneratorRun run) =>
        Assert.Single(Design.Problems(run), problem => problem.Rule == DeclarationRule.Expression).Arguments[1];

    private static GeneratorRun Class(string type, string property) => GeneratorRun.Of($$"""
        namespace Shop;
        [Table("t")]
        [GlobalIndex("open", PartitionKey = "openpk", SortKey = "opensk")]
        public sealed partial class T;
        public static class Rules { public static string Kept(string status) => status; }
        public abstract class Stated(int number)
        {
            public string? State => number == 1 ? "OPEN" : null;
            protected string? this[int index] => number == index ? "OPEN" : null;
            protected string? Of<TState>() => number == 1 ? typeof(TState).Name : null;
            protected string? StateOf(int index) => number == index ? "OPEN" : null;
        }
        [Entity<T>, Key("ISSUE#{Id}", "ISSUE"), Key("open", "OPEN#{OpenRepo}", "{Id}")]
        public sealed partial {{type}}
        {
            public string Id { get; init; } = id;
            public int Status { get; init; } = status;
            public string Repo { get; init; } = "";
            public int Number { get; init; }
            {{property}}
        }
        [Repository<Issue>] public partial interface IIssues { [Update("SET Number = {number}")] ValueTask Update(string id, int number); }
        """);

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
