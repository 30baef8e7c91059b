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
        PatternReturnKind.Page => AccessPatternKind.QueryPage,
        _ => AccessPatternKind.QueryStream,
    };

    public static PatternReturn? Parse(ITypeSymbol type, INamedTypeSymbol entity)
    {
        if (type is not INamedTypeSymbol { ContainingType: null } named)
        {
            return null;
        }

        var name = CollectionTypes.MetadataName(named);
        var isTask = name.StartsWith("System.Threading.Tasks.Task", StringComparison.Ordinal);
        return name switch
        {
            "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask" => new PatternReturn(PatternReturnKind.Nothing, isTask, named),
            "System.Collections.Generic.IAsyncEnumerable`1" when IsEntity(named.TypeArguments[0], entity) => new PatternReturn(PatternReturnKind.Stream, false, named),
            "System.Threading.Tasks.Task`1" or "System.Threading.Tasks.ValueTask`1" => Awaited(named, entity, isTask),
            "DynamoGen.Transactions.WriteAction" => new PatternReturn(PatternReturnKind.WriteAction, false, named),
            "DynamoGen.Transactions.ReadAction`1" when IsEntity(named.TypeArguments[0], entity) => new PatternReturn(PatternReturnKind.ReadAction, false, named),
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
            return new PatternReturn(mayBeAbsent ? PatternReturnKind.One : PatternReturnKind.Entity, isTask, task);
        }

        if (named.SpecialType == SpecialType.System_Boolean)
        {
            return new PatternReturn(PatternReturnKind.Success, isTask, task);
        }

        if (named.Has(AttributeNames.ItemCollection))
        {
            return mayBeAbsent ? new PatternReturn(PatternReturnKind.Collection, isTask, task, named) : null;
        }

        return CollectionTypes.MetadataName(named) switch
        {
            "DynamoGen.Page`1" when IsEntity(named.TypeArguments[0], entity) => new PatternReturn(PatternReturnKind.Page, isTask, task),
            "System.Collections.Generic.IReadOnlyList`1" or "System.Collections.Generic.IReadOnlyCollection`1" or "System.Collections.Generic.IEnumerable`1"
                when IsEntity(named.TypeArguments[0], entity) => new PatternReturn(PatternReturnKind.List, isTask, task),
            _ => null,
        };
    }

    private static bool IsEntity(ITypeSymbol type, INamedTypeSymbol entity) => SymbolEqualityComparer.Default.Equals(type, entity);
}

/// <summary>What an access pattern yields.</summary>
internal enum PatternReturnKind
{
    Nothing,

    /// <summary>Whether a write's condition was met.</summary>
    Success,

    /// <summary>An entity, or null.</summary>
    One,

    /// <summary>An entity that is there for certain.</summary>
    Entity,
    Stream,
    List,
    Page,
    Collection,
    WriteAction,
    ReadAction,
}
