using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Analyzers.Tests.Robustness;

public sealed class LibraryTests
{
    [Fact]
    public void A_compilation_without_DynamoDB_gets_no_analysis() => Assert.Null(Find(References.Framework));

    [Fact]
    public void A_compilation_with_the_SDK_alone_is_analysed()
    {
        var dynamo = Find([.. References.Framework, .. References.Sdk]);
        Assert.NotNull(dynamo?.Sdk);
        Assert.Null(dynamo.Declarations);
    }

    [Fact]
    public void A_compilation_with_DynamoGen_alone_is_analysed()
    {
        var dynamo = Find([.. References.Framework, References.FromAssemblyOf<KeyAttribute>()]);
        Assert.NotNull(dynamo?.Declarations);
        Assert.Null(dynamo.Sdk);
    }

    [Fact]
    public void Every_type_of_the_SDK_that_rules_look_at_is_found()
    {
        var sdk = Find(References.All)?.Sdk;
        Assert.NotNull(sdk);
        Assert.All(
            sdk.GetType().GetProperties().Where(property => property.PropertyType == typeof(INamedTypeSymbol)),
            property => Assert.True(property.GetValue(sdk) is not null, $"{property.Name} is not in the referenced SDK."));
    }

    [Fact]
    public async Task Scans_are_flagged_without_DynamoGen()
    {
        const string Source =
            "class C(Amazon.DynamoDBv2.IAmazonDynamoDB client) { object M() => client.ScanAsync(new Amazon.DynamoDBv2.Model.ScanRequest()); }";
        var diagnostics = await Diagnosis.Of([Source], [.. References.Framework, .. References.Sdk]);
        Assert.Equal("DG3001", Assert.Single(diagnostics).Id);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("using Amazon.DynamoDBv2;", 1)]
    [InlineData("// This file uses Dynamo through a class of another project.", 1)]
    public async Task A_compilation_of_which_no_file_mentions_Dynamo_gets_no_analysis(string firstLine, int expected)
    {
        var library = CSharpCompilation.Create(
            "Library",
            [CSharpSyntaxTree.ParseText("public class Database { public Amazon.DynamoDBv2.IAmazonDynamoDB Client => null; }")],
            References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var diagnostics = await Diagnosis.Of(
            $"{firstLine}\nclass C {{ object M(Database database) => database.Client.ScanAsync(\"orders\", [\"id\"]); }}", library.ToMetadataReference());
        Assert.Equal(expected, diagnostics.Count(diagnostic => diagnostic.Id == "DG3001"));
    }

    private static DynamoCompilation? Find(IEnumerable<MetadataReference> references) =>
        DynamoCompilation.Find(CSharpCompilation.Create("Library", references: references), new NoOptions());
}
