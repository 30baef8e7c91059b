using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.Declarations.Problems;

namespace DynamoGen.Analyzers.Tests.Declaration;

public sealed class PatchDeclarationTests
{
    /// <summary>The analyzers see the properties that the generator added to the patch, and those of its parts.</summary>
    [Theory]
    [InlineData("record ThingPatch")]
    [InlineData("class ThingPatch")]
    public async Task Leaves_alone_a_patch_and_the_method_that_takes_it(string patch) =>
        Assert.Empty(await Diagnosis.Of<DeclarationAnalyzer>(Thing + $$"""
            [Patch<Thing>] public sealed partial {{patch}};
            [Repository<Thing>] public partial interface IThings { ValueTask<Thing> Update(string id, ThingPatch patch); }
            """));

    [Theory]
    [InlineData("[Patch<Thing>(nameof(Thing.Id))] public sealed partial record ThingPatch;")]
    [InlineData("[Patch<Thing>] public sealed partial record ThingPatch { public string? Note { get; set; } }")]
    public async Task Flags_a_patch_of_what_no_update_changes(string patch) =>
        Assert.Equal("DG1038", Assert.Single(await Diagnosis.Of<DeclarationAnalyzer>(Thing + patch)).Id);

    [Fact]
    public void Every_rule_of_a_declaration_has_a_descriptor_that_is_supported()
    {
        var supported = new DeclarationAnalyzer().SupportedDiagnostics;

        Assert.All(Enum.GetValues<DeclarationRule>(), rule => Assert.Contains(DeclarationDescriptors.Of(rule), supported));
    }

    private static string Thing => DeclarationSource.WithMembers("public string? Note { get; init; } public required Place Place { get; init; }")
        + "\npublic sealed record Place(string City, string? Zip);\n";
}
