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
        const string Source = "class C(Amazon.DynamoDBv2.IAmazonDynamoDB client) { object M() => client.ScanAsync(new Amazon.DynamoDBv2.Model.ScanRequest()); }";
        var diagnostics = await Diagnosis.Of([Source], [.. References.Framework, .. References.Sdk]);
        Assert.Equal("DG3001", Assert.Single(diagnostics).Id);
    }

    private static DynamoCompilation? Find(IEnumerable<MetadataReference> references) =>
        DynamoCompilation.Find(CSharpCompilation.Create("Library", references: references), new NoOptions());
}
