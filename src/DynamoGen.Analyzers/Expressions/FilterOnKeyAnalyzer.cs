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
                    Check(VisibleObject.Of(creation, sdk), schemas, sdk, context.ReportDiagnostic);
                }
            },
            OperationKind.ObjectCreation);
    }

    /// <summary>What is known of the key that a query reads by: from its own key condition, its table's classes and the queries beside it.</summary>
    internal static HashSet<string> KeysOf(VisibleObject query, Lazy<MappedTables> tables, SdkSymbols sdk)
    {
        if (KeyAttributes.Of(query) is not { } keys)
        {
            return [];
        }

        if (query.CertainValueOf("TableName") is { } table && ConstantText.Of(table) is { } tableName && !query.Sets("IndexName"))
        {
            keys.UnionWith(tables.Value.KeysOf(tableName));
        }

        keys.UnionWith(OtherQueries.KeysBeside(query, keys, sdk).ToList());
        return keys;
    }

    private static void Check(VisibleObject query, Lazy<MappedTables> tables, SdkSymbols sdk, Action<Diagnostic> report)
    {
        if (RequestText.OnlyOf(query, "FilterExpression", ExpressionKind.Filter) is not { } filter)
        {
            return;
        }

        var names = new AttributeNames(query);
        var keys = KeysOf(query, tables, sdk);
        foreach (var path in filter.Expression.Paths.Where(path => keys.Contains(names.Resolve(path.Attribute))))
        {
            report(Diagnostic.Create(Rule, ExpressionLocation.Of(filter.Value, path.Attribute), names.Resolve(path.Attribute)));
        }
    }
}
