using DynamoGen.Analyzers.Declaration;
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

        var items = new FilteredItems(sdk);
        context.RegisterOperationAction(
            context =>
            {
                var read = (IInvocationOperation)context.Operation;
                if (items.Of(read) is var (filter, asked) && !dynamo.Excludes(read.Syntax.SyntaxTree))
                {
                    context.ReportDiagnostic(TellOf(filter, asked, items.ClassOf(read), sdk));
                }
            },
            OperationKind.Invocation);
    }

    /// <summary>Of items that are left out where they have been read; the class may say of a key that asks for the others.</summary>
    private static Diagnostic TellOf(IInvocationOperation filter, AskedItem asked, (INamedTypeSymbol Class, bool IsOfTable)? read, SdkSymbols sdk)
    {
        var place = CalledName.LocationOf(filter.Syntax);
        return asked.Property is not { } property || read is not var (type, isOfTable) ? FilteredQuery.Tell(place, asked.Attribute, index: null)
            : isOfTable && MappedClass.Has([property], sdk.RangeKeyAttribute) ? FilteredQuery.TellOfSortKey(place, asked.Attribute)
            : FilteredQuery.Tell(
                place, asked.Attribute, asked.IsEquality && isOfTable && MappedClass.HashKeyOwner(property, type, sdk) is { Length: > 0 } index ? index : null);
    }

    /// <summary>A limit beside the filter is the matter of DG3004, unless a loop reads on, and a filter by the key that of DG5003.</summary>
    private static Diagnostic? Check(VisibleObject query, Lazy<MappedTables> tables, SdkSymbols sdk)
    {
        if ((query.Sets("Limit") && !IsReadOn(query)) || FilterTexts.Of(query) is not { Count: > 0 } filters)
        {
            return null;
        }

        var names = new AttributeNames(query);
        var asked = filters.SelectMany(part => part.Expression.Paths).Select(path => names.Resolve(path.Attribute)).Distinct().ToList();
        if (asked.All(ExpiryName.Is) || asked.Any(FilterOnKeyAnalyzer.KeysOf(query, tables, sdk).Contains))
        {
            return null;
        }

        var equal = filters[0].Expression.Condition?.Conjuncts.OfType<ComparisonSyntax>()
            .Where(part => part is { Operator: "=", Left: PathSyntax { IsWholeAttribute: true }, Right: ValueSyntax })
            .Select(part => names.Resolve(((PathSyntax)part.Left).Attribute)).ToList() ?? [];
        var better = IndexesBy(equal, query, tables, sdk).Cast<(string Attribute, string Index)?>().FirstOrDefault();
        return FilteredQuery.Tell(
            filters[0].Value.Syntax.GetLocation(), better?.Attribute ?? asked.First(name => !ExpiryName.Is(name)), better?.Index);
    }

    /// <summary>Whether a loop goes on by the last key.</summary>
    private static bool IsReadOn(VisibleObject query) =>
        query.ValuesOf("ExclusiveStartKey").Any(start => start.Ancestors().OfType<ILoopOperation>().Any());

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
