using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Tables;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Proposals;

/// <summary>What the access patterns of an entity without keys ask for, and by what its items are told apart.</summary>
internal sealed class EntityQuestions
{
    private EntityQuestions(EntityModel model, IReadOnlyList<AskedValue> identity, IReadOnlyList<AskedPattern> patterns) =>
        (Model, Identity, Patterns) = (model, identity, patterns);

    /// <summary>The entity, with a key that stands for those which it will have.</summary>
    public EntityModel Model { get; }

    /// <summary>The properties that name one item.</summary>
    public IReadOnlyList<AskedValue> Identity { get; }

    /// <summary>The access patterns that need a key.</summary>
    public IReadOnlyList<AskedPattern> Patterns { get; }

    /// <summary>The questions, or null where one is not understood, or nothing names one item.</summary>
    public static EntityQuestions? Of(
        DynamoCompilation dynamo,
        INamedTypeSymbol entity,
        AttributeData declaration,
        TableModel table,
        IEnumerable<INamedTypeSymbol> repositories,
        CancellationToken cancellationToken)
    {
        if (Keyed(dynamo, entity, declaration, table, cancellationToken) is not { } model)
        {
            return null;
        }

        var asked = new List<(AskedPattern Pattern, PatternKind Kind)>();
        foreach (var method in repositories.SelectMany(EntityRepositories.PatternsOf))
        {
            if (PatternReturn.Parse(method.ReturnType, entity, model) is not { } result
                || PatternKinds.Of(method, MethodVerb.Of(method), result) is not { } kind
                || !NeedsKey(kind, method, entity))
            {
                continue;
            }

            if (PatternQuestion.Of(method, entity, model) is not { } question)
            {
                return null;
            }

            asked.Add((new AskedPattern(method, question.Values, question.Optional ?? question.Range, IsWhole: kind.IsWrite()), kind));
        }

        return Identified(asked, entity) is { } identity
            ? new EntityQuestions(model, identity, [.. asked.Select(pattern => Whole(pattern.Pattern, pattern.Kind, identity))])
            : null;
    }

    private static bool NeedsKey(PatternKind kind, IMethodSymbol method, INamedTypeSymbol entity) =>
        (kind.IsRead() || kind.IsWrite() || kind == PatternKind.ReadAction)
        && !method.Parameters.Any(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, entity));

    /// <summary>A read of one item by its identity is of the primary key; by other values it is the first item of a query.</summary>
    private static AskedPattern Whole(AskedPattern pattern, PatternKind kind, IReadOnlyCollection<AskedValue> identity) =>
        kind is PatternKind.Get or PatternKind.ReadAction && pattern.Next is null && IsSame(pattern.Values, identity)
            ? pattern with { IsWhole = true }
            : pattern;

    /// <summary>What writes name an item by; else what the first read of one item does; else its id. Null where writes disagree.</summary>
    private static IReadOnlyList<AskedValue>? Identified(List<(AskedPattern Pattern, PatternKind Kind)> asked, INamedTypeSymbol entity)
    {
        var writes = asked.Where(pattern => pattern.Kind.IsWrite() || pattern.Kind == PatternKind.ReadAction)
            .Select(pattern => pattern.Pattern.Values).ToArray();
        if (writes.Length > 0)
        {
            return writes.All(values => IsSame(values, writes[0])) ? writes[0] : null;
        }

        return asked.Where(pattern => pattern.Kind == PatternKind.Get).Select(pattern => pattern.Pattern.Values).FirstOrDefault()
            ?? EntityProperties.Of(entity).Where(property => property.Name == "Id" || property.Name == $"{entity.Name}Id")
                .Select(property => new[] { new AskedValue(property) }).FirstOrDefault();
    }

    private static bool IsSame(IReadOnlyCollection<AskedValue> values, IReadOnlyCollection<AskedValue> others) =>
        values.Count == others.Count && values.All(others.Contains);

    /// <summary>What the entity is with the first key that it can have; a method's kind does not depend on which that is.</summary>
    private static EntityModel? Keyed(
        DynamoCompilation dynamo, INamedTypeSymbol entity, AttributeData declaration, TableModel table, CancellationToken cancellationToken)
    {
        foreach (var property in EntityProperties.Of(entity).Where(property => property.Type.NullableAnnotation != NullableAnnotation.Annotated))
        {
            var key = $"Key(\"A#{{{property.Name}}}\"{(table.SortKey is null ? string.Empty : ", \"A\"")})";
            var problems = new DeclarationProblems();
            if (AttributeEdits.Behind(declaration, key, cancellationToken) is { } edit
                && SourceEdit.Find(entity, SourceEdit.Apply(dynamo.Compilation, [edit], cancellationToken)) is { } keyed
                && EntityParser.Parse(keyed, problems) is { } model
                && !problems.Any)
            {
                return model;
            }
        }

        return null;
    }
}
