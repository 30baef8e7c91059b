using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Declaration;

public sealed class GrowingAttributeTests
{
    private const string Types = """

        public sealed record Line(string Name);
        public readonly record struct Label(string Value);
        public enum Kind { A, B }
        """;

    [Theory]
    [InlineData("public byte[] {|DG1010:Photo|} { get; init; } = [];")]
    [InlineData("public ReadOnlyMemory<byte> {|DG1010:Photo|} { get; init; }")]
    [InlineData("public List<Line> {|DG1010:Lines|} { get; init; } = [];")]
    [InlineData("public IReadOnlyList<Line> {|DG1010:Lines|} { get; init; } = [];")]
    [InlineData("public Line[] {|DG1010:Lines|} { get; init; } = [];")]
    [InlineData("public Dictionary<string, Line> {|DG1010:Lines|} { get; init; } = [];")]
    public Task Flags_what_nothing_bounds(string member) => RuleTest<GrowingAttributeAnalyzer>.Reports(DeclarationSource.WithMembers(member) + Types);

    [Theory]
    [InlineData("[System.ComponentModel.DataAnnotations.MaxLength(1000)] public byte[] Photo { get; init; } = [];")]
    [InlineData("[System.ComponentModel.DataAnnotations.MaxLength(20)] public List<Line> Lines { get; init; } = [];")]
    [InlineData("[System.ComponentModel.DataAnnotations.Length(1, 20)] public List<Line> Lines { get; init; } = [];")]
    [InlineData("[Ignore] public List<Line> Lines { get; init; } = [];")]
    [InlineData("public static List<Line> Lines { get; } = [];")]
    [InlineData("public byte[] PasswordHash { get; init; } = [];")]
    [InlineData("public string Html { get; init; } = \"\"; public string Body { get; init; } = \"\";")]
    [InlineData("public List<string> Tags { get; init; } = []; public HashSet<Kind> Kinds { get; init; } = []; public int[] Numbers { get; init; } = [];")]
    [InlineData("public List<Label> Labels { get; init; } = []; public Dictionary<string, decimal> Prices { get; init; } = [];")]
    [InlineData("public Line? Line { get; init; } public Kind Kind { get; init; }")]
    public Task Leaves_others_alone(string member) => RuleTest<GrowingAttributeAnalyzer>.Reports(DeclarationSource.WithMembers(member) + Types);

    [Fact]
    public Task Leaves_bytes_in_a_key_and_types_that_are_no_entities_alone() => RuleTest<GrowingAttributeAnalyzer>.Reports(DeclarationSource.WithTable("""
        [Entity<Shop>]
        [Key("{Photo}", "A")]
        public sealed partial record Thing { public required byte[] Photo { get; init; } }
        public sealed record Other { public List<Other> Others { get; init; } = []; }
        """));

    [Theory]
    [InlineData("[Update({|DG1010:\"SET Tags = list_append(Tags, {more})\"|})]", "")]
    [InlineData("[Update({|DG1010:\"SET Tags = list_append(if_not_exists(Tags, {more}), {more})\"|})]", "")]
    [InlineData("[Update(\"SET Tags = list_append(Tags, {more})\")]", "[System.ComponentModel.DataAnnotations.MaxLength(20)]")]
    [InlineData("[Update(\"SET Tags = {more}\")]", "")]
    [InlineData("[Update(\"ADD Count {more}\")]", "")]
    public Task Flags_lists_that_an_update_appends_to(string update, string bound) => RuleTest<GrowingAttributeAnalyzer>.Reports(
        DeclarationSource.WithMembers($"{bound} public List<string> Tags {{ get; init; }} = []; public int Count {{ get; init; }}") + $$"""

        [Repository<Thing>]
        public partial interface IThings
        {
            {{update}}
            Task Add(string id, List<string> more);
        }
        """);
}
