using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Declaration;

public sealed class KeyLengthTests
{
    private static Task Test(string key, string members = "") => RuleTest<KeyLengthAnalyzer>.Reports(DeclarationSource.WithTable($$"""
        [Entity<Shop>]
        {{key}}
        public sealed partial record Thing
        {
            public required string Id { get; init; }
            {{members}}
        }
        """));

    private static string Text(int bytes) => new('A', bytes);

    [Fact]
    public Task Flags_constant_keys_that_are_too_long() => Test($$"""
        [Key({|DG1005:"{{Text(2049)}}"|}, {|DG1005:"{{Text(1025)}}{Id}"|})]
        [Key("gsi1", "{Id}", {|DG1005:"{{Text(1025)}}"|})]
        """);

    [Fact]
    public Task Bytes_are_counted_and_not_characters() => Test($$"""[Key("{Id}", {|DG1005:"{{new string('ä', 513)}}"|})]""");

    [Fact]
    public Task Leaves_what_fits_alone() => Test($$"""
        [Key("{{Text(2048)}}", "{{Text(1024)}}{Id}")]
        [Key("gsi1", "{Id}", "{{Text(1024)}}")]
        """);

    [Theory]
    [InlineData("[Key({|DG1005:\"A#{Name}\"|}, \"{Id}\")]", "[System.ComponentModel.DataAnnotations.MaxLength(2047)]")]
    [InlineData("[Key(\"{Id}\", {|DG1005:\"A#{Name}\"|})]", "[System.ComponentModel.DataAnnotations.StringLength(1023)]")]
    [InlineData("[Key(\"{Id}\", {|DG1005:\"{Name}#{Name}\"|})]", "[System.ComponentModel.DataAnnotations.MaxLength(512)]")]
    [InlineData("[Key(\"A#{Name}\", \"{Id}\")]", "[System.ComponentModel.DataAnnotations.MaxLength(2046)]")]
    [InlineData("[Key(\"{Id}\", \"A#{Name}\")]", "[System.ComponentModel.DataAnnotations.StringLength(1022)]")]
    [InlineData("[Key(\"{Id}\", \"A#{Name}\")]", "")]
    public Task Declared_lengths_count(string key, string length) => Test(key, length + " public required string Name { get; init; }");

    [Fact]
    public async Task A_declared_length_is_information_and_a_constant_an_error()
    {
        var said = await Diagnosis.Of<KeyLengthAnalyzer>(DeclarationSource.WithTable($$"""
            [Entity<Shop>]
            [Key("{Name}", "{{Text(1025)}}")]
            public sealed partial record Thing
            {
                [System.ComponentModel.DataAnnotations.MaxLength(5000)] public required string Name { get; init; }
            }
            """));

        Assert.Equal(
            [Microsoft.CodeAnalysis.DiagnosticSeverity.Info, Microsoft.CodeAnalysis.DiagnosticSeverity.Error], said.Select(diagnostic => diagnostic.Severity).Order());
    }
}
