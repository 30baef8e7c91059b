using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Tests.Declaration;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.KeyDesign;

public sealed class SharedKeyTests
{
    [Theory]
    [InlineData("\"{Text}\", \"{Number}\"", "\"{Text}\", \"{Text}\"")]
    [InlineData("\"A#{Text}\", \"B\"", "\"A#{Number}\", \"B\"")]
    [InlineData("\"A#{Text}\", \"B\"", "\"A#{Text}\", \"{Text}\"")]
    [InlineData("\"{Text}#{Number}\", \"B\"", "\"X#{Text}\", \"{Colour}\"")]
    [InlineData("\"A#{Text}\", \"B\"", "\"A#B#{Number}\", \"B\"")]
    [InlineData("\"{Day}\", \"B\"", "\"2\", \"B\"")]
    public Task Keys_that_can_meet_are_reported(string first, string second) => Reports(first, second, "{|DG1006:Second|}");

    [Theory]
    [InlineData("\"A#{Text}\", \"B\"", "\"A#{Text}\", \"C\"")]
    [InlineData("\"A#{Text}\", \"B\"", "\"AB#{Text}\", \"B\"")]
    [InlineData("\"A#{Text}\", \"ORDER#{Number}\"", "\"A#{Text}\", \"ITEM#{Number}\"")]
    [InlineData("\"A#{Text}\", \"{Number}\"", "\"A#{Text}\", \"PROFILE\"")]
    [InlineData("\"{Text}#A\", \"B\"", "\"{Text}#C\", \"B\"")]
    [InlineData("\"{Text}#{Number}\", \"B\"", "\"{Number}\", \"B\"")]
    [InlineData("\"{Colour}\", \"B\"", "\"{Number}\", \"B\"")]
    [InlineData("\"{Number}\", \"B\"", "\"\", \"B\"")]
    public Task Keys_that_never_meet_are_left_alone(string first, string second) => Reports(first, second, "Second");

    [Fact]
    public Task Entities_of_two_tables_or_of_one_name_are_left_alone() => RuleTest<SharedKeyAnalyzer>.Reports(DeclarationSource.WithTable("""
        [Table("other")] public sealed partial class Other;
        [Entity<Shop>] [Key("{Text}", "B")] public sealed partial record First(string Text);
        [Entity<Other>] [Key("{Text}", "B")] public sealed partial record Second(string Text);
        [Entity<Shop>(Name = "First")] [Key("{Text}", "B")] public sealed partial record OlderFirst(string Text);
        """));

    [Theory]
    [InlineData("A#{Name}")]
    [InlineData("{Name}")]
    [InlineData("NICK#{Name}")]
    public Task Markers_of_unique_values_in_the_partition_of_something_else_are_reported(string template) => ReportsUnique($"{{|DG1006:\"{template}\"|}}");

    [Theory]
    [InlineData("NAME#{Name}")]
    [InlineData("NICKS#{Name}")]
    public Task Markers_in_partitions_of_their_own_are_left_alone(string template) => ReportsUnique($"\"{template}\"");

    [Fact]
    public Task The_markers_of_two_classes_of_one_entity_name_are_the_same() => RuleTest<SharedKeyAnalyzer>.Reports(DeclarationSource.WithTable("""
        [Entity<Shop>] [Key("A#{Id}", "A")] [Unique("NAME#{Name}")] public sealed partial record Thing(int Id, string Name);
        [Entity<Shop>(Name = "Thing")] [Key("A#{Id}", "A")] [Unique("NAME#{Name}")] public sealed partial record OlderThing(int Id, string Name);
        """));

    private static Task ReportsUnique(string template) => RuleTest<SharedKeyAnalyzer>.Reports(DeclarationSource.WithTable($$"""
        [Entity<Shop>] [Key("A#{Id}", "A")] [Unique("NICK#{Nick}")] public sealed partial record First(int Id, string Nick);
        [Entity<Shop>] [Key("B#{Id}", "A")] [Unique({{template}})] public sealed partial record Second(int Id, string Name);
        """));

    private static Task Reports(string first, string second, string name) => RuleTest<SharedKeyAnalyzer>.Reports(DeclarationSource.WithTable($$"""
        public enum Colour { Red, Blue }
        [Entity<Shop>] [Key({{first}})] public sealed partial record First(string Text, int Number, Colour Colour, DateOnly Day);
        [Entity<Shop>] [Key({{second}})] public sealed partial record {{name}}(string Text, int Number, Colour Colour, DateOnly Day);
        """));
}
