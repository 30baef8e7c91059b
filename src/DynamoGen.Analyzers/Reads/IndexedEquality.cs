using DynamoGen.Analyzers.Expressions;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>DG3002: a Scan that looks for one value of a hash key, which a Query finds without reading anything else.</summary>
internal sealed class IndexedEquality(SdkSymbols sdk, Lazy<MappedTables> tables)
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.ScanByIndexedEquality,
        title: "Scan for one value of a hash key",
        messageFormat: "This Scan reads and bills every item to find those with one '{0}', the hash key of {1}: 1.3 million read units for 10 GB; use a Query",
        RuleCategories.Reads,
        DiagnosticSeverity.Warning,
        description: "A Scan reads all items and drops those that do not match. A Query on a hash key reads the others only.");

    /// <summary>The attribute that the Scan compares and the hash key it is, or null.</summary>
    public (string Attribute, string Owner)? FindIn(StartedScan scan) =>
        scan.Request is null ? null
        : scan.Entity is { } entity ? InConditions(scan.Request, entity)
        : scan.VisibleRequest(sdk) is { Creation.Type.Name: "ScanRequest" } request ? InFilter(request)
        : null;

    private (string, string)? InConditions(IOperation conditions, INamedTypeSymbol entity)
    {
        foreach (var entry in CertainIn(conditions))
        {
            if (entry.Value is IObjectCreationOperation { Arguments: { Length: 3 } arguments, Type.Name: "ScanCondition" }
                && arguments[1].Value.WithoutConversions() is IFieldReferenceOperation { Field: { Name: "Equal", ContainingType.Name: "ScanOperator" } }
                && ConstantText.Of(arguments[0].Value) is { } name
                && MappedClass.PropertiesOf(entity).FirstOrDefault(property => property.Name == name) is { } property
                && MappedClass.HashKeyOwner(property, entity, sdk) is { } owner)
            {
                return (name, Describe(owner));
            }
        }

        return null;
    }

    /// <summary>
    /// The conditions that are there each time: in the list where it is used, where it is made ahead of a lambda around the Scan, or in a method of the
    /// same compilation that makes it.
    /// </summary>
    private IEnumerable<VisibleEntry> CertainIn(IOperation conditions)
    {
        var list = conditions.WithoutConversions();
        var made = list is ILocalReferenceOperation { Local: var local } ? LocalVariable.OnlyValueOf(local, list) : list;
        return made is IInvocationOperation maker && ReturnedValue.OnlyOf(maker) is { } returned
            ? VisibleCollection.Of(returned, sdk).Entries.Where(entry => entry.IsCertain)
            : VisibleCollection.Of(conditions, sdk).Entries.Where(entry => entry.IsCertain || (made is not null && IsAddedAhead(entry, made, list)));
    }

    private static bool IsAddedAhead(VisibleEntry entry, IOperation list, IOperation use) =>
        entry.Value.Syntax.SpanStart < use.Syntax.SpanStart && Certainty.RunsOnceIn(entry.Value, Certainty.ScopeOf(list));

    private (string, string)? InFilter(VisibleObject request)
    {
        if (request.CertainValueOf("TableName") is not { } tableName
            || ConstantText.Of(tableName) is not { } table
            || request.CertainValueOf("FilterExpression") is not { } value
            || ConstantText.Of(value) is not { } filter
            || DynamoExpression.Parse(filter, ExpressionKind.Filter).Condition is not { } condition)
        {
            return null;
        }

        var names = new AttributeNames(request);
        var compared = condition.Conjuncts.Select(part => ComparedBy(part, names)).OfType<string>().ToList();
        var found = from type in tables.Value.ClassesOf(table)
                    from property in MappedClass.PropertiesOf(type)
                    let attribute = MappedClass.AttributeNameOf(property, sdk)
                    where compared.Contains(attribute)
                    let owner = MappedClass.HashKeyOwner(property, type, sdk)
                    where owner is not null
                    select (attribute, Describe(owner));
        return found.Cast<(string, string)?>().FirstOrDefault();
    }

    private static string? ComparedBy(ConditionSyntax condition, AttributeNames names) =>
        condition is ComparisonSyntax { Operator: "=", Left: PathSyntax { IsWholeAttribute: true } path, Right: ValueSyntax }
            ? names.Resolve(path.Attribute)
            : null;

    private static string Describe(string owner) => owner.Length == 0 ? "the table" : $"index '{owner}'";
}
