using System.Collections.Immutable;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Patterns;

/// <summary>What an access pattern's return type asks for.</summary>
internal sealed class PatternReturn
{
    private PatternReturn(PatternReturnKind kind, bool isTask, string typeName, ItemView? view = null, INamedTypeSymbol? collection = null)
    {
        Kind = kind;
        IsTask = isTask;
        TypeName = typeName;
        View = view;
        Collection = collection;
    }

    /// <summary>The type as the implementation writes it.</summary>
    public string TypeName { get; }

    public PatternReturnKind Kind { get; }

    public bool IsTask { get; }

    /// <summary>What each item becomes; null where no items are returned, or those of several entities.</summary>
    public ItemView? View { get; }

    public INamedTypeSymbol? Collection { get; }

    /// <summary>What a list of all items is returned as.</summary>
    public ListShape List { get; private init; }

    /// <summary>Whether a list has a place for an item that is missing.</summary>
    public bool HasGaps { get; private init; }

    /// <summary>The type with the details of the call, where the method returns them; <see cref="TypeName"/> is then without them.</summary>
    public string? Detailed { get; private set; }

    public static PatternReturn? Parse(ITypeSymbol type, INamedTypeSymbol entity, EntityModel model)
    {
        if (type is not INamedTypeSymbol { ContainingType: null } named)
        {
            return null;
        }

        if (IsAwaited(named) && named.TypeArguments[0] is INamedTypeSymbol answer && IsResponse(answer))
        {
            var value = answer.TypeArguments[0];
            var inner = named.OriginalDefinition.Construct(ImmutableArray.Create(value), ImmutableArray.Create(value.NullableAnnotation));
            return Parse(inner, entity, model)?.WithDetails();
        }

        var name = TypeNames.MetadataName(named);
        var isTask = name.StartsWith("System.Threading.Tasks.Task", StringComparison.Ordinal);
        var view = named.TypeArguments.Length == 1 ? ItemView.Of(named.TypeArguments[0], entity, model) : null;
        var typeName = ItemView.NameOf(named, entity, model);
        return name switch
        {
            "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask" => new PatternReturn(PatternReturnKind.Nothing, isTask, typeName),
            "System.Collections.Generic.IAsyncEnumerable`1" when view is not null => new PatternReturn(PatternReturnKind.Stream, false, typeName, view),
            "System.Threading.Tasks.Task`1" or "System.Threading.Tasks.ValueTask`1" => Awaited(named, view, isTask, entity, model),
            "DynamoGen.Transactions.WriteAction" => new PatternReturn(PatternReturnKind.WriteAction, false, typeName),
            "DynamoGen.Batches.BatchWrite" => new PatternReturn(PatternReturnKind.BatchWrite, false, typeName),
            "DynamoGen.Transactions.ReadAction`1" when view is not null => new PatternReturn(PatternReturnKind.ReadAction, false, typeName, view),
            _ => null,
        };
    }

    /// <summary>Whether a type holds a response where a call cannot tell one.</summary>
    public static bool HasMisplacedResponse(ITypeSymbol type) =>
        type is INamedTypeSymbol named && (IsResponse(named) || named.TypeArguments.Any(HasMisplacedResponse));

    private static bool IsAwaited(INamedTypeSymbol type) =>
        TypeNames.MetadataName(type) is "System.Threading.Tasks.Task`1" or "System.Threading.Tasks.ValueTask`1";

    private static bool IsResponse(INamedTypeSymbol type) => type.Arity == 1 && TypeNames.MetadataName(type) == "DynamoGen.Response`1";

    /// <summary>The type as before, whose value stands within a response.</summary>
    private PatternReturn WithDetails()
    {
        var value = TypeName.IndexOf('<') + 1;
        Detailed = $"{TypeName.Insert(value, "global::DynamoGen.Response<")}>";
        return this;
    }

    private static PatternReturn? Awaited(INamedTypeSymbol task, ItemView? view, bool isTask, INamedTypeSymbol entity, EntityModel model)
    {
        if (task.TypeArguments[0] is IArrayTypeSymbol { IsSZArray: true, ElementType: var items })
        {
            return ItemView.Of(items, entity, model) is { } form ? OfMany(task, isTask, items, form, ListShape.Array, entity, model) : null;
        }

        if (task.TypeArguments[0] is not INamedTypeSymbol type)
        {
            return null;
        }

        // An item may be absent, and so may a collection: a return type that denies it would have to lie.
        var mayBeAbsent = type.NullableAnnotation != NullableAnnotation.NotAnnotated;
        if (view is { Kind: not ItemViewKind.PrimaryKey })
        {
            return mayBeAbsent
                ? new PatternReturn(PatternReturnKind.One, isTask, Annotated(task), view)
                : new PatternReturn(PatternReturnKind.Entity, isTask, task.FullName(), view);
        }

        if (type.SpecialType == SpecialType.System_Boolean)
        {
            return new PatternReturn(PatternReturnKind.Success, isTask, task.FullName());
        }

        if (type.SpecialType == SpecialType.System_Int64)
        {
            return new PatternReturn(PatternReturnKind.Count, isTask, task.FullName());
        }

        if (type.IsNamed("DynamoGen.WriteOutcome"))
        {
            return new PatternReturn(PatternReturnKind.Outcome, isTask, task.FullName());
        }

        if (TypeNames.MetadataName(type) == "DynamoGen.Uniqueness.UniqueRepair")
        {
            return new PatternReturn(PatternReturnKind.UniqueRepair, isTask, task.FullName());
        }

        if (type.Has(DeclarationAttributes.ItemCollection))
        {
            return mayBeAbsent ? new PatternReturn(PatternReturnKind.Collection, isTask, Annotated(task), collection: type) : null;
        }

        if (type.TypeArguments.Length != 1 || ItemView.Of(type.TypeArguments[0], entity, model) is not { } element)
        {
            return null;
        }

        return TypeNames.MetadataName(type) switch
        {
            "DynamoGen.Page`1" => new PatternReturn(PatternReturnKind.Page, isTask, ItemView.NameOf(task, entity, model), element),
            "System.Collections.Generic.IReadOnlyList`1" => OfMany(task, isTask, type.TypeArguments[0], element, ListShape.ReadOnlyList, entity, model),
            "System.Collections.Generic.IReadOnlyCollection`1" or "System.Collections.Generic.IEnumerable`1" =>
                OfMany(task, isTask, type.TypeArguments[0], element, ListShape.Sequence, entity, model),
            "System.Collections.Generic.List`1" => OfMany(task, isTask, type.TypeArguments[0], element, ListShape.List, entity, model),
            _ => null,
        };
    }

    private static PatternReturn OfMany(
        INamedTypeSymbol task, bool isTask, ITypeSymbol item, ItemView element, ListShape shape, INamedTypeSymbol entity, EntityModel model) =>
        new(PatternReturnKind.List, isTask, ItemView.NameOf(task, entity, model), element)
        {
            List = shape,
            HasGaps = item.NullableAnnotation != NullableAnnotation.NotAnnotated,
        };

    /// <summary>Code that knows no nullable annotations leaves out the one that generated code needs.</summary>
    private static string Annotated(INamedTypeSymbol task) =>
        task.OriginalDefinition.Construct(task.TypeArguments, ImmutableArray.Create(NullableAnnotation.Annotated)).FullName();
}

/// <summary>What an access pattern yields.</summary>
internal enum PatternReturnKind
{
    Nothing,

    /// <summary>Whether a write's condition was met.</summary>
    Success,

    /// <summary>What became of a write.</summary>
    Outcome,

    /// <summary>An entity, or null.</summary>
    One,

    /// <summary>An entity that is there for certain.</summary>
    Entity,
    Stream,
    List,
    Page,
    Collection,
    WriteAction,
    BatchWrite,
    ReadAction,

    /// <summary>How many items there are.</summary>
    Count,
    UniqueRepair,
}

/// <summary>What a list of all items is returned as.</summary>
internal enum ListShape
{
    ReadOnlyList,

    /// <summary>What a read-only list is too: a read-only collection or a sequence.</summary>
    Sequence,
    List,
    Array,
}
