using DynamoGen.Analyzers.Expressions;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Declarations.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>DG3003 of requests and of declared access patterns.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FilteredQueryAnalyzer : DynamoAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public FilteredQueryAnalyzer()
        : base(FilteredQuery.Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Declarations is not null)
        {
            context.RegisterSymbolAction(symbol => FilteredPatterns.Check((INamedTypeSymbol)symbol.Symbol, symbol.ReportDiagnostic), SymbolKind.NamedType);
        }

        if (dynamo.Sdk is not { } sdk || sdk.TypeNamed("Model.QueryRequest") is not { } queryRequest)
        {
            return;
        }

        var tables = new Lazy<MappedTables>(() => new MappedTables(dynamo.Compilation, sdk));
        context.RegisterOperationAction(
            context =>
            {
                var creation = (IObjectCreationOperation)context.Operation;
                if (SymbolEqualityComparer.Default.Equals(creation.Type, queryRequest)
                    && !dynamo.Excludes(creation.Syntax.SyntaxTree)
                    && Check(VisibleObject.Of(creation, sdk), tables, sdk) is { } diagnostic)
                {
                    context.ReportDiagnostic(diagnostic);
                }
            },
            OperationKind.ObjectCreation);
    }

    /// <summary>A limit beside the filter is the matter of DG3004, and a filter by the key that of DG5003.</summary>
    private static Diagnostic? Check(VisibleObject query, Lazy<MappedTables> tables, SdkSymbols sdk)
    {
        if (query.Sets("Limit") || RequestText.OnlyOf(query, "FilterExpression", ExpressionKind.Filter) is not { } filter)
        {
            return null;
        }

        var names = new AttributeNames(query);
        var asked = filter.Expression.Paths.Select(path => names.Resolve(path.Attribute)).Distinct().ToList();
        if (asked.All(FilteredQuery.IsExpiry) || asked.Any(FilterOnKeyAnalyzer.KeysOf(query, tables, sdk).Contains))
        {
            return null;
        }

        var equal = filter.Expression.Condition?.Conjuncts.OfType<ComparisonSyntax>()
            .Where(part => part is { Operator: "=", Left: PathSyntax { IsWholeAttribute: true }, Right: ValueSyntax })
            .Select(part => names.Resolve(((PathSyntax)part.Left).Attribute)).ToList() ?? [];
        var better = IndexesBy(equal, query, tables, sdk).Cast<(string Attribute, string Index)?>().FirstOrDefault();
        return FilteredQuery.Tell(
            filter.Value.Syntax.GetLocation(), better?.Attribute ?? asked.First(name => !FilteredQuery.IsExpiry(name)), better?.Index);
    }

    /// <summary>The other indexes of the table whose hash key alone is one of some attributes.</summary>
    private static IEnumerable<(string Attribute, string Index)> IndexesBy(
        List<string> attributes, VisibleObject query, Lazy<MappedTables> tables, SdkSymbols sdk)
    {
        var used = query.Sets("IndexName") ? query.CertainValueOf("IndexName") is { } index ? ConstantText.Of(index) : null : "";
        return used is not null && query.CertainValueOf("TableName") is { } value && ConstantText.Of(value) is { } table
            ? from type in tables.Value.ClassesOf(table)
              from property in MappedClass.PropertiesOf(type)
              let attribute = MappedClass.AttributeNameOf(property, sdk)
              where attributes.Contains(attribute)
              let owner = MappedClass.HashKeyOwner(property, type, sdk)
              where !string.IsNullOrEmpty(owner) && owner != used
              select (attribute, owner)
            : [];
    }
}
