using DynamoGen.Analyzers.Expressions;
using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Declarations.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>DG2002 and DG2003 for queries, as information: an index whose hash key is one written value, or one of an enumeration's.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IndexHashValueAnalyzer : DynamoAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public IndexHashValueAnalyzer()
        : base(ConstantKey.QueryRule, LowCardinalityKey.QueryRule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk || sdk.TypeNamed("Model.QueryRequest") is not { } type)
        {
            return;
        }

        context.RegisterOperationAction(
            context =>
            {
                var creation = (IObjectCreationOperation)context.Operation;
                if (SymbolEqualityComparer.Default.Equals(creation.Type, type)
                    && Check(VisibleObject.Of(creation, sdk), sdk) is { } diagnostic
                    && !dynamo.Excludes(creation.Syntax.SyntaxTree))
                {
                    context.ReportDiagnostic(diagnostic);
                }
            },
            OperationKind.ObjectCreation);
    }

    private static Diagnostic? Check(VisibleObject query, SdkSymbols sdk)
    {
        if (query.CertainValueOf("IndexName") is not { } name
            || ConstantText.Of(name) is not { Length: > 0 } index
            || HashComparison(query) is not { Left: PathSyntax { IsWholeAttribute: true } key, Right: ValueSyntax placeholder }
            || TextOf(query, placeholder.Token.Text, sdk) is not { } value)
        {
            return null;
        }

        var attribute = new AttributeNames(query).Resolve(key.Attribute);
        return ConstantText.Of(value) is { } text ? Report(ConstantKey.QueryRule, value, index, text, attribute)
            : EnumOf(value) is { } type
                ? Report(LowCardinalityKey.QueryRule, value, index, $"'{type.Name}' with {ValuesOf(type)} values", attribute)
                : null;
    }

    private static Diagnostic Report(DiagnosticDescriptor rule, IOperation value, string index, string by, string attribute) =>
        Diagnostic.Create(
            rule, value.Syntax.GetLocation(), DiagnosticSeverity.Info, additionalLocations: null, properties: null, index, by, attribute);

    private static int ValuesOf(ITypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Count(field => field.HasConstantValue);

    /// <summary>The only comparison with <c>=</c>, which is the hash key's.</summary>
    private static ComparisonSyntax? HashComparison(VisibleObject query) =>
        RequestText.OnlyOf(query, "KeyConditionExpression", ExpressionKind.KeyCondition) is { Expression.Condition: { } condition }
        && condition.Conjuncts.OfType<ComparisonSyntax>().Where(comparison => comparison.Operator == "=").ToList() is { Count: 1 } equalities
            ? equalities[0]
            : null;

    /// <summary>The text that a placeholder stands for, as an operation.</summary>
    private static IOperation? TextOf(VisibleObject query, string placeholder, SdkSymbols sdk)
    {
        var values = query.CollectionOf("ExpressionAttributeValues").Entries
            .Where(entry => entry.Key is not null && ConstantText.Of(entry.Key) == placeholder).ToList();
        return values.Count == 1 && VisibleObject.From(values[0].Value, sdk) is { IsWhole: true } value
            ? value.CertainValueOf("S") ?? value.CertainValueOf("N")
            : null;
    }

    /// <summary>The enumeration in <c>status.ToString()</c>.</summary>
    private static ITypeSymbol? EnumOf(IOperation value) =>
        value.WithoutConversions() is IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } instance }
        && instance.WithoutConversions().Type is { TypeKind: TypeKind.Enum } type
            ? type
            : null;
}
