using DynamoGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Generator.Parsing;

/// <summary>What an access pattern's return type asks for.</summary>
internal sealed class PatternReturn(PatternReturnKind kind, bool isTask, INamedTypeSymbol type, INamedTypeSymbol? collection = null)
{
    /// <summary>The type as the implementation writes it. Code that knows no nullable annotations leaves out the one that generated code needs.</summary>
    public string TypeName { get; } = kind is PatternReturnKind.One or PatternReturnKind.Collection
        ? type.OriginalDefinition.Construct(type.TypeArguments, [NullableAnnotation.Annotated]).FullName()
        : type.FullName();

    public PatternReturnKind Kind { get; } = kind;

    public bool IsTask { get; } = isTask;

    public INamedTypeSymbol? Collection { get; } = collection;

    public AccessPatternKind QueryKind => Kind switch
    {
        PatternReturnKind.One => AccessPatternKind.QueryFirst,
        PatternReturnKind.List => AccessPatternKind.QueryList,
        PatternReturnKind.Collection => AccessPatternKind.QueryCollection,
        _ => AccessPatternKind.QueryStream,
    };

    public static PatternReturn? Parse(ITypeSymbol type, INamedTypeSymbol entity)
    {
        if (type is not INamedTypeSymbol { ContainingType: null } named)
        {
            return null;
        }

        var name = $"{named.ContainingNamespace?.ToDisplayString()}.{named.MetadataName}";
        var isTask = name.StartsWith("System.Threading.Tasks.Task", StringComparison.Ordinal);
        return name switch
        {
            "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask" => new PatternReturn(PatternReturnKind.Nothing, isTask, named),
            "System.Collections.Generic.IAsyncEnumerable`1" when IsEntity(named.TypeArguments[0], entity) => new PatternReturn(PatternReturnKind.Stream, false, named),
            "System.Threading.Tasks.Task`1" or "System.Threading.Tasks.ValueTask`1" => Awaited(named, entity, isTask),
            _ => null,
        };
    }

    private static PatternReturn? Awaited(INamedTypeSymbol task, INamedTypeSymbol entity, bool isTask)
    {
        var type = task.TypeArguments[0];
        if (type is not INamedTypeSymbol named)
        {
            return null;
        }

        // An item may be absent, and so may a collection: a return type that denies it would have to lie.
        var mayBeAbsent = type.NullableAnnotation != NullableAnnotation.NotAnnotated;
        if (IsEntity(type, entity))
        {
            return mayBeAbsent ? new PatternReturn(PatternReturnKind.One, isTask, task) : null;
        }

        if (named.Has(AttributeNames.ItemCollection))
        {
            return mayBeAbsent ? new PatternReturn(PatternReturnKind.Collection, isTask, task, named) : null;
        }

        var isList = named.ContainingNamespace?.ToDisplayString() == "System.Collections.Generic" && named.MetadataName is "IReadOnlyList`1" or "IReadOnlyCollection`1" or "IEnumerable`1";
        return isList && IsEntity(named.TypeArguments[0], entity) ? new PatternReturn(PatternReturnKind.List, isTask, task) : null;
    }

    private static bool IsEntity(ITypeSymbol type, INamedTypeSymbol entity) => SymbolEqualityComparer.Default.Equals(type, entity);
}

/// <summary>What an access pattern yields.</summary>
internal enum PatternReturnKind
{
    Nothing,
    One,
    Stream,
    List,
    Collection,
}
