using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Generator.Tests;

/// <summary>Simple names are put together by hand, and must be what Roslyn would write.</summary>
public sealed class TypeNameTests
{
    private static readonly SymbolDisplayFormat Full =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    [Theory]
    [InlineData("string")]
    [InlineData("string?")]
    [InlineData("int?")]
    [InlineData("nint")]
    [InlineData("dynamic")]
    [InlineData("object[]?")]
    [InlineData("(int Left, System.Uri? Right)")]
    [InlineData("System.Uri")]
    [InlineData("System.Uri?")]
    [InlineData("System.DateOnly")]
    [InlineData("System.DateOnly?")]
    [InlineData("System.Collections.Generic.List<System.Uri?>?")]
    [InlineData("System.IFormattable?")]
    [InlineData("InNoNamespace?")]
    [InlineData("@class")]
    [InlineData("@event.@namespace.@struct")]
    [InlineData("@event.@record.Plain?")]
    [InlineData("@event.@await")]
    [InlineData("@event.@record.Outer.Inner?")]
    [InlineData("Missing")]
    public void A_name_is_the_one_that_Roslyn_writes(string type)
    {
        var property = GeneratorRun.Compile($$"""
            public sealed class InNoNamespace;
            public sealed class @class;
            namespace @event { public enum @await { None } }
            namespace @event.@namespace { public sealed class @struct; }
            namespace @event.@record { public sealed class Plain; public static class Outer { public sealed class Inner; } }
            public sealed class Holder { public {{type}} Value { get; set; } = default!; }
            """).GetTypeByMetadataName("Holder")!.GetMembers("Value").OfType<IPropertySymbol>().Single();

        Assert.Equal(property.Type.ToDisplayString(Full), property.Type.FullName());
        Assert.Equal(property.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(Full), property.Type.PlainName());
    }

    [Theory]
    [InlineData("System.Uri")]
    [InlineData("System.Collections.Generic.Dictionary`2")]
    [InlineData("InNoNamespace")]
    public void A_metadata_name_finds_its_type(string name)
    {
        var compilation = GeneratorRun.Compile("public sealed class InNoNamespace;");
        Assert.Equal(name, TypeNames.MetadataName(compilation.GetTypeByMetadataName(name)!));
    }
}
