using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Declaration;

public sealed class SharedKeyTests
{
    [Theory]
    [InlineData("\"{Text}\", \"{Number}\"", "\"{Text}\", \"{Text}\"")]
    [InlineData("\"A#{Text}\", \"B\"", "\"A#{Number}\", \"B\"")]
    [InlineData("\"A#{Text}\", \"B\"", "\"A#{Text}\", \"{Text}\"")]
    [InlineData("\"{Text}#{Number}\", \"B\"", "\"X#{Number}\", \"{Text}\"")]
    [InlineData("\"A#{Text}\", \"B\"", "\"A#B#{Number}\", \"B\"")]
    [InlineData("\"{Day}\", \"B\"", "\"2026-11-25\", \"B\"")]
    [InlineData("\"{Day:yyyy#MM}\", \"B\"", "\"{Number:D4}#{Count:D2}\", \"B\"")]
    [InlineData("\"{Number:D4}\", \"B\"", "\"-0001\", \"B\"")]
    [InlineData("\"{Number:D4}\", \"B\"", "\"{Text}\", \"B\"")]
    [InlineData("\"{Colour}\", \"B\"", "\"Blue\", \"B\"")]
    [InlineData("\"A#{Text}\", \"B\"", "\"A#\", \"B\"")]
    [InlineData("\"{Text}#A\", \"B\"", "\"$P#A\", \"B\"")]
    [InlineData("\"{Number}\", \"B\"", "\"2147483647\", \"B\"")]
    [InlineData("\"{Number}\", \"B\"", "\"-7852516351\", \"B\"")]
    [InlineData("\"{Day}\", \"B\"", "\"2000-02-29\", \"B\"")]
    [InlineData("\"{Text}\", \"A#{Text}\"", "\"B#C\", \"A#B#C\"")]
    [InlineData("\"{Text}#A\", \"{Text}\"", "\"$P#A\", \" \"")]
    [InlineData("\"{Day:yyyy-MM}\", \"{Day}\"", "\"2026-11\", \"2026-11-30\"")]
    [InlineData("\"{Day}\", \"A#{Day}\"", "\"2026-11-30\", \"A#{Day}\"")]
    [InlineData("\"{Day:yyyy-MM-dd}\", \"{Day:yyyy}\"", "\"2026-11-30\", \"2026\"")]
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
    [InlineData("\"{Day}\", \"B\"", "\"2\", \"B\"")]
    [InlineData("\"{Day}\", \"B\"", "\"PROFILE\", \"B\"")]
    [InlineData("\"{Number:D4}\", \"B\"", "\"{Number:D5}\", \"B\"")]
    [InlineData("\"{Number:D4}\", \"B\"", "\"123\", \"B\"")]
    [InlineData("\"{Count:D4}\", \"B\"", "\"-0001\", \"B\"")]
    [InlineData("\"{Colour}\", \"B\"", "\"Bluer\", \"B\"")]
    [InlineData("\"{Text}\", \"B\"", "\"{Text}\", \"{Colour}\"")]
    [InlineData("\"{Text}#A\", \"B\"", "\"NEW YORK#A\", \"B\"")]
    [InlineData("\"{Number}\", \"B\"", "\"2147483648\", \"B\"")]
    [InlineData("\"{Number}\", \"B\"", "\"-9999999999\", \"B\"")]
    [InlineData("\"{Count}\", \"B\"", "\"256\", \"B\"")]
    [InlineData("\"{Day:yyyy-MM}\", \"B\"", "\"2026-13\", \"B\"")]
    [InlineData("\"{Day}\", \"B\"", "\"1900-02-29\", \"B\"")]
    [InlineData("\"{Text}#A\", \"B\"", "\"$~#A\", \"B\"")]
    [InlineData("\"{Text}#A\", \"B\"", "\"$#A\", \"B\"")]
    [InlineData("\"{Text}\", \"A#{Text}\"", "\"B\", \"A#C\"")]
    [InlineData("\"{Text}#A\", \"{Text}\"", "\"$P#A\", \"$P\"")]
    [InlineData("\"{Number:D4}\", \"{Number}\"", "\"0012\", \"0000000013\"")]
    [InlineData("\"{Day:yyyy-MM}\", \"{Day}\"", "\"2026-11\", \"2026-12-30\"")]
    [InlineData("\"{Text}#{Number}\", \"B\"", "\"X#{Text}\", \"{Text}\"")]
    [InlineData("\"{Day}\", \"A#{Day}\"", "\"2026-11-30\", \"A#2026-11-29\"")]
    public Task Keys_that_never_meet_are_left_alone(string first, string second) => Reports(first, second, "Second");

    [Fact]
    public async Task Every_partner_is_named()
    {
        var found = await Diagnosis.Of<SharedKeyAnalyzer>(DeclarationSource.WithTable("""
            [Entity<Shop>] [Key("A#{Text}", "B")] public sealed partial record First(string Text);
            [Entity<Shop>] [Key("A#B", "{Text}")] public sealed partial record Second(string Text);
            [Entity<Shop>] [Key("{Text}", "B")] public sealed partial record Third(string Text);
            """));
        Assert.Contains(found, diagnostic => diagnostic.GetMessage().StartsWith("'Third' and 'First', 'Second' of table 'Shop'", StringComparison.Ordinal));
    }

    [Fact]
    public Task Entities_of_two_tables_or_of_one_name_are_left_alone() => RuleTest<SharedKeyAnalyzer>.Reports(DeclarationSource.WithTable("""
        [Table("other")] public sealed partial class Other;
        [Entity<Shop>] [Key("{Text}", "B")] public sealed partial record First(string Text);
        [Entity<Other>] [Key("{Text}", "B")] public sealed partial record Second(string Text);
        [Entity<Shop>(Name = "First")] [Key("{Text}", "B")] public sealed partial record OlderFirst(string Text);
        """));

    [Fact]
    public Task Two_classes_of_one_table_are_one_table() => RuleTest<SharedKeyAnalyzer>.Reports(DeclarationSource.WithTable("""
        [Table("shop")] public sealed partial class Warehouse;
        [Entity<Shop>] [Key("{Text}", "B")] public sealed partial record First(string Text);
        [Entity<Warehouse>] [Key("{Text}", "B")] public sealed partial record {|DG1006:Second|}(string Text);
        """));

    [Fact]
    public Task Numbers_that_are_keys_of_their_own_meet_whatever_their_width() => RuleTest<SharedKeyAnalyzer>.Reports(DeclarationSource.Alone("""
        [Table("meters", SortKeyType = KeyAttributeType.Number)] public sealed partial class Meters;
        [Entity<Meters>] [Key("METER#{Meter}", "{At}")] public sealed partial record Reading(string Meter, long At);
        [Entity<Meters>] [Key("METER#{Meter}", "{Code}")] public sealed partial record {|DG1006:Repair|}(string Meter, byte Code);
        """));

    [Fact]
    public Task Templates_of_any_length_are_compared()
    {
        var text = new string('A', 100_000);
        return Reports($"\"{text}\", \"B\"", $"\"{text}\", \"B\"", "{|DG1006:Second|}");
    }

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
        [Entity<Shop>] [Key({{first}})] public sealed partial record First(string Text, int Number, byte Count, Colour Colour, DateOnly Day);
        [Entity<Shop>] [Key({{second}})] public sealed partial record {{name}}(string Text, int Number, byte Count, Colour Colour, DateOnly Day);
        """));
}
