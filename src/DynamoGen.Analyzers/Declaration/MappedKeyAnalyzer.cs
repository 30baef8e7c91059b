using DynamoGen.Analyzers.Libraries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Declaration;

/// <summary>DG1001 for classes of the SDK's object persistence model: a hash key or range key that is a collection.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MappedKeyAnalyzer : DynamoAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public MappedKeyAnalyzer()
        : base(DeclarationDescriptors.RequestKeyType)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        context.RegisterSymbolAction(
            context =>
            {
                var property = (IPropertySymbol)context.Symbol;
                if (IsCollection(property.Type)
                    && property.Locations.FirstOrDefault() is { SourceTree: { } tree } location
                    && !dynamo.Excludes(tree)
                    && property.GetAttributes().Any(attribute => IsKeyWithoutConverter(attribute, sdk)))
                {
                    context.ReportDiagnostic(Diagnostic.Create(DeclarationDescriptors.RequestKeyType, location, property.Name,
                        property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
                }
            },
            SymbolKind.Property);
    }

    private static bool IsKeyWithoutConverter(AttributeData attribute, SdkSymbols sdk) =>
        new[] { sdk.HashKeyAttribute, sdk.RangeKeyAttribute }
            .Any(key => key is not null && SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, key))
        && attribute.ConstructorArguments.All(argument => argument.Kind != TypedConstantKind.Type)
        && attribute.NamedArguments.All(argument => argument.Key != "Converter");

    /// <summary>Text and bytes are no collections here: they are stored as S and B.</summary>
    private static bool IsCollection(ITypeSymbol type) =>
        type is IArrayTypeSymbol { ElementType.SpecialType: not SpecialType.System_Byte }
        || (type is INamedTypeSymbol
        {
            SpecialType: not SpecialType.System_String,
            ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" },
        }
            && type.AllInterfaces.Prepend(type)
                .Any(candidate => candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T));
}
