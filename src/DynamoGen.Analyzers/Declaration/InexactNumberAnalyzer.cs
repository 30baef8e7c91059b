using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Declaration;

/// <summary>DG1011: a binary number with a point as a key, or as a counter.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InexactNumberAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.InexactNumber,
        title: "Number is not exact",
        messageFormat: "'{0}' is a {1} and {2}: DynamoDB refuses NaN and infinity, and counts in decimals, "
            + "of which 0.1 is none to a {1}; use decimal or an integer",
        RuleCategories.Declaration,
        DiagnosticSeverity.Warning,
        description: "DynamoDB's numbers are decimals of 38 digits. A binary number is rounded on its way there and back.");

    /// <summary>Creates the analyzer.</summary>
    public InexactNumberAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo) =>
        context.RegisterSymbolAction(
            context =>
            {
                var type = (INamedTypeSymbol)context.Symbol;
                if (type.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree is not { } tree || dynamo.Excludes(tree))
                {
                    return;
                }

                if (dynamo.Sdk is { } sdk)
                {
                    ReportKeys(type, sdk, context.ReportDiagnostic);
                }

                if (dynamo.Declarations is not null)
                {
                    ReportCounters(type, context.ReportDiagnostic);
                }
            },
            SymbolKind.NamedType);

    /// <summary>Keys of mapped classes; those of entities are refused by DG1001.</summary>
    private static void ReportKeys(INamedTypeSymbol type, SdkSymbols sdk, Action<Diagnostic> report)
    {
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            if (NameOf(property.Type) is { } number && property.GetAttributes().Any(attribute => IsKey(attribute, sdk)))
            {
                report(Diagnostic.Create(Rule, property.Locations.FirstOrDefault(), property.Name, number, "a key"));
            }
        }
    }

    private static bool IsKey(AttributeData attribute, SdkSymbols sdk) =>
        new[] { sdk.HashKeyAttribute, sdk.RangeKeyAttribute, sdk.IndexHashKeyAttribute,
            sdk.TypeNamed("DataModel.DynamoDBGlobalSecondaryIndexRangeKeyAttribute") }
            .Any(key => key is not null && SymbolEqualityComparer.Default.Equals(key, attribute.AttributeClass));

    /// <summary>Properties of an entity that updates add to.</summary>
    private static void ReportCounters(INamedTypeSymbol type, Action<Diagnostic> report)
    {
        if (type.Attribute(DeclarationAttributes.Repository)?.AttributeClass?.TypeArguments.FirstOrDefault() is not INamedTypeSymbol entity)
        {
            return;
        }

        foreach (var attribute in type.GetMembers().OfType<IMethodSymbol>()
            .Select(method => method.Attribute(DeclarationAttributes.Update)).OfType<AttributeData>())
        {
            var update = ParsedExpression.OfUpdate(attribute.Text(0) ?? string.Empty, ExpressionDialect.Declared).Update;
            foreach (var name in update?.Clauses.SelectMany(CountedBy).Distinct() ?? [])
            {
                if (MappedClass.PropertiesOf(entity).FirstOrDefault(property => property.Name == name) is { } property && NameOf(property.Type) is { } number)
                {
                    report(Diagnostic.Create(Rule, attribute.Place(0), name, number, "added to"));
                }
            }
        }
    }

    private static IEnumerable<string> CountedBy(ClauseSyntax clause) =>
        clause.Actions.Where(action => action.Path.IsWholeAttribute && (clause.Keyword.IsKeyword("ADD") || action.Value is SumSyntax))
            .Select(action => action.Path.Attribute.Text);

    private static string? NameOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: { Length: 1 } inner } ? NameOf(inner[0])
        : type.SpecialType switch
        {
            SpecialType.System_Double => "double",
            SpecialType.System_Single => "float",
            _ => null,
        };
}
