using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.CodeFixes.Declaration;

namespace DynamoGen.Analyzers.Tests.Declaration;

public sealed class KeyDeclarationTests
{
    [Theory]
    [InlineData("""[Key({|DG1022:""|}, "THING")]""")]
    [InlineData("""[Key({|DG1022:"THING#{Id"|}, "THING")]""")]
    [InlineData("""[Key({|DG1022:"THING#Id}"|}, "THING")]""")]
    [InlineData("""[Key({|DG1022:"THING#{}"|}, "THING")]""")]
    [InlineData("""[Key({|DG1022:"THING#{Id:}"|}, "THING")]""")]
    [InlineData("""[Key({|DG1022:"THING#{Unknown}"|}, "THING")]""")]
    [InlineData("""[Key("THING#{Id}", {|DG1022:"{Id}#{Id}"|})]""")]
    [InlineData("""[Key("THING#{Id}", {|DG1022:"{Id}-{Number}"|})]""")]
    [InlineData("""[Key({|DG1022:"{Id}{Number}"|}, "THING")]""")]
    [InlineData("""[Key({|DG1022:"THING#{Id:D5}"|}, "THING")]""")]
    public Task A_template_that_gives_no_sound_key_is_reported_at_the_template(string keys) =>
        RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithKeys(keys));

    [Theory]
    [InlineData("[EnumName(\"A\")] B")]
    [InlineData("[EnumName(\"\")] B")]
    public Task Names_of_an_enum_that_give_no_sound_key_are_reported(string member) => RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithTable($$"""
        [EnumAsNumber] public enum Sort { A, {{member}} }
        [Entity<Shop>, Key({|DG1022:"{Sort}#1"|}, "THING")] public sealed partial record Thing(Sort Sort);
        """));

    [Fact]
    public Task A_property_that_is_read_from_other_types_is_no_part_of_a_key() => RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithTable("""
        [Entity<Shop>, Key("THING#{Id}", "THING"), Key("gsi2", {|DG1022:"{Name}"|})]
        public sealed partial record Thing(string Id, [AlsoReads(AttributeTypes.Null)] string Name);
        """));

    [Theory]
    [InlineData("""[Key("THING#{Id}", {|DG1004:"{At:dd.MM.yyyy}"|})]""")]
    [InlineData("""[Key("THING#{Id}", {|DG1004:"{At:yyyy-M-d}"|})]""")]
    [InlineData("""[Key("THING#{Id}", {|DG1004:"{At:HH:mm}"|})]""")]
    [InlineData("""[Key("THING#{Id}", {|DG1004:"{At:g}"|})]""")]
    [InlineData("""[Key("THING#{Id}", {|DG1004:"{Number:N0}"|})]""")]
    [InlineData("""[Key("THING#{Id}", {|DG1004:"{Price:F2}"|})]""")]
    public Task A_format_whose_text_does_not_sort_is_reported(string keys) =>
        RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithKeys(keys));

    [Theory]
    [InlineData("""[Key("THING#{Id}", {|DG1004:"{At:dd.MM.yyyy}#{Number:D5}"|})]""", """[Key("THING#{Id}", "{At}#{Number:D5}")]""")]
    [InlineData("""[Key("THING#{Id}", {|DG1004:@"{At:g}#{Price:F2}"|})]""", """[Key("THING#{Id}", @"{At}#{Price}")]""")]
    public Task The_fix_leaves_the_format_out(string keys, string fixedKeys) =>
        RuleTest<DeclarationAnalyzer>.Fixes<LeaveFormatOutCodeFix>(DeclarationSource.WithKeys(keys), DeclarationSource.WithKeys(fixedKeys));

    [Fact]
    public Task No_fix_is_offered_for_a_template_that_is_put_together_elsewhere() => RuleTest<DeclarationAnalyzer>.OffersNo<LeaveFormatOutCodeFix>(
        DeclarationSource.WithKeys("""[Key("THING#{Id}", {|DG1004:Format|})]""")
            .Replace("public int Number", "private const string Format = \"{At:g}\"; public int Number", StringComparison.Ordinal));

    [Theory]
    [InlineData("""[Key({|DG1001:"THING#{Weight}"|}, "THING")]""")]
    [InlineData("""[Key({|DG1001:"THING#{Tags}"|}, "THING")]""")]
    public Task A_type_that_cannot_be_part_of_a_key_is_reported(string keys) =>
        RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithKeys(keys));

    [Fact]
    public Task A_primary_key_that_may_be_null_is_reported() =>
        RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithKeys("""[Key({|DG1002:"THING#{Name}"|}, "THING")]"""));

    [Theory]
    [InlineData("public sealed partial record Mail(string Account, string? Folder = null, string? Text = null);",
        "public sealed partial record Mail(string Account, string Folder, string? Text = null);")]
    [InlineData(
        "public sealed partial record Mail { public required string Account { get; init; } public string? Folder { get; init; } = null; }",
        "public sealed partial record Mail { public required string Account { get; init; } public required string Folder { get; init; } }")]
    [InlineData(
        "public sealed partial record Mail { public required string Account { get; init; } public required int? Folder { get; set; } }",
        "public sealed partial record Mail { public required string Account { get; init; } public required int Folder { get; set; } }")]
    public Task The_fix_makes_a_property_of_the_primary_key_required(string mail, string fixedMail) =>
        RuleTest<DeclarationAnalyzer>.Fixes<RequireKeyPropertyCodeFix>(
            DeclarationSource.WithTable("[Entity<Shop>, Key(\"{Account}\", {|DG1002:\"{Folder}\"|})] " + mail),
            DeclarationSource.WithTable("[Entity<Shop>, Key(\"{Account}\", \"{Folder}\")] " + fixedMail));

    [Theory]
    [InlineData("public sealed partial record Mail(string Account = \"\", string? Folder = null);")]
    [InlineData("public sealed partial record Mail { public required string Account { get; init; } public string? Folder { get; init; } = \"inbox\"; }")]
    [InlineData("public sealed partial record Mail { public required string Account { get; init; } public string? Folder => Account; }")]
    public Task Nothing_is_made_required_that_would_not_compile_or_has_a_default(string mail) =>
        RuleTest<DeclarationAnalyzer>
            .OffersNo<RequireKeyPropertyCodeFix>(DeclarationSource.WithTable("[Entity<Shop>, Key(\"{Account}\", {|DG1002:\"{Folder}\"|})] " + mail));

    [Theory]
    [InlineData("""[Key("THING#{Id}", "THING")] [Key({|DG1023:"gsi9"|}, "A#{Id}", "B")]""")]
    [InlineData("""[{|DG1023:Key("THING#{Id}")|}]""")]
    [InlineData("""[Key("THING#{Id}", "THING")] [{|DG1023:Key("gsi1", "A#{Id}", null)|}]""")]
    [InlineData("""[Key("THING#{Id}", "THING")] [{|DG1023:Key("gsi2", "A#{Id}", "B")|}]""")]
    [InlineData("""[Key("THING#{Id}", "THING")] [{|DG1023:Key("OTHER#{Id}", "OTHER")|}]""")]
    public Task A_key_that_does_not_fit_its_table_is_reported(string keys) =>
        RuleTest<DeclarationAnalyzer>.Reports(keys.Contains("OTHER", StringComparison.Ordinal)
            ? DeclarationSource.WithKeys(keys).Replace("record Thing", "record {|DG1024:{|DG1024:Thing|}|}")
            : DeclarationSource.WithKeys(keys));

    [Theory]
    [InlineData("""[{|DG1022:Key("THING#{Id}", "THING", Shards = 4)|}]""")]
    [InlineData("""[Key("THING#{Id}", "THING")] [{|DG1022:Key("gsi1", "A", "{Id}", Shards = 1)|}]""")]
    [InlineData("""[Key("THING#{Id}", "THING")] [{|DG1022:Key("gsi1", "A", "{Id}", Shards = 101)|}]""")]
    public Task Shards_that_cannot_be_are_reported(string keys) =>
        RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithKeys(keys));

    [Theory]
    [InlineData("""[Key("{{THING}}#{Id}", "{Number:D6}#{Price:0000.00}#{At:yyyyMMddHHmm}#{Id}")]""")]
    [InlineData("""[Key("THING#{Id}", "THING")] [Key("gsi1", "NAME#{Name}", "{Number}")]""")]
    [InlineData("""[Key("THING#{Id}", "THING")] [Key("gsi1", "ALL", "{At}", Shards = 100)] [Key("gsi2", "{Number}", null)]""")]
    [InlineData("""[Key("{Number}{At:yyyy-MM}X{Id}", "THING")]""")]
    [InlineData("""[Key("THINGS", "THING#{Id}", Shards = 4)]""")]
    public Task A_sound_key_is_left_alone(string keys) =>
        RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithKeys(keys));
}
