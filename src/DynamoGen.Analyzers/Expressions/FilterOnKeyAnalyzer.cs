using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Expressions;

/// <summary>DG5003: a Query whose filter names an attribute of the key.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FilterOnKeyAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.FilterOnKey,
        title: "Filter on a key attribute",
        messageFormat: "The filter names '{0}', which is part of the key; DynamoDB accepts it in KeyConditionExpression only",
        RuleCategories.Expressions,
        DiagnosticSeverity.Error,
        description: "The filter of a Query may not name the partition key or the sort key of the table or index that is read.");

    /// <summary>Creates the analyzer.</summary>
    public FilterOnKeyAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk || sdk.TypeNamed("Model.QueryRequest") is not { } queryRequest)
        {
            return;
        }

        var schemas = new Lazy<MappedTables>(() => new MappedTables(dynamo.Compilation, sdk));
        context.RegisterOperationAction(
            context =>
            {
                var creation = (IObjectCreationOperation)context.Operation;
                if (SymbolEqualityComparer.Default.Equals(creation.Type, queryRequest) && !dynamo.Excludes(creation.Syntax.SyntaxTree))
                {
                    Check(VisibleObject.Of(creation, sdk), schemas, context.ReportDiagnostic);
                }
            },
            OperationKind.ObjectCreation);
    }

    private static void Check(VisibleObject query, Lazy<MappedTables> tables, Action<Diagnostic> report)
    {
        if (OnlyExpression(query, "KeyConditionExpression", ExpressionKind.KeyCondition) is not { } keyCondition
            || OnlyExpression(query, "FilterExpression", ExpressionKind.Filter) is not { } filter)
        {
            return;
        }

        var names = new AttributeNames(query);
        var keys = new HashSet<string>(keyCondition.Expression.Paths.Select(path => names.Resolve(path.Attribute)), StringComparer.Ordinal);
        if (query.CertainValueOf("TableName") is { } table && ConstantText.Of(table) is { } tableName && !query.Sets("IndexName"))
        {
            keys.UnionWith(tables.Value.KeysOf(tableName));
        }

        foreach (var path in filter.Expression.Paths.Where(path => keys.Contains(names.Resolve(path.Attribute))))
        {
            report(Diagnostic.Create(Rule, ExpressionLocation.Of(filter.Value, path.Attribute), names.Resolve(path.Attribute)));
        }
    }

    private static (IOperation Value, DynamoExpression Expression)? OnlyExpression(VisibleObject query, string property, ExpressionKind kind) =>
        query.ValuesOf(property) is { Count: 1 } values
        && ConstantText.Of(values[0]) is { } text
        && DynamoExpression.Parse(text, kind) is { IsValid: true } expression
            ? (values[0], expression)
            : null;
}
