using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Patterns;

/// <summary>What a method of a repository is, by its name, its return type and its index.</summary>
internal enum PatternKind
{
    /// <summary>A GetItem.</summary>
    Get,

    /// <summary>The first item of a Query.</summary>
    First,

    /// <summary>A Query, item by item or as a list.</summary>
    Query,

    /// <summary>One page of a Query.</summary>
    Page,

    /// <summary>A Query of items of several entities.</summary>
    Collection,
    Scan,

    /// <summary>A Scan that sets the markers of unique values right.</summary>
    Repair,
    GetMany,
    PutMany,
    DeleteMany,
    Put,
    Update,
    Delete,

    /// <summary>A condition check of a transaction.</summary>
    Check,

    /// <summary>A GetItem of a transaction.</summary>
    ReadAction,
}

/// <summary>Finds what a method is, and says it.</summary>
internal static class PatternKinds
{
    /// <summary>The kind of a method, or null where its name and its return type make no access pattern.</summary>
    /// <param name="method">The method.</param>
    /// <param name="result">What it returns.</param>
    public static PatternKind? Of(IMethodSymbol method, PatternReturn result)
    {
        if (result.Kind == PatternReturnKind.UniqueRepair)
        {
            return PatternKind.Repair;
        }

        var isScan = result.Kind == PatternReturnKind.Stream && method.Has(DeclarationAttributes.AllowScan);
        return isScan ? PatternKind.Scan : Batch(method.Name) ?? (MayWrite(result.Kind) ? Write(method.Name) : null) ?? Read(method, result.Kind);
    }

    /// <summary>The kind as a message names it.</summary>
    public static string Name(this PatternKind kind) => kind switch
    {
        PatternKind.Get => "a GetItem",
        PatternKind.First => "a Query for the first item",
        PatternKind.Query => "a Query",
        PatternKind.Page => "a page of a Query",
        PatternKind.Collection => "a Query of an item collection",
        PatternKind.Scan => "a Scan",
        PatternKind.Repair => "a repair of unique values",
        PatternKind.GetMany => "a batch that gets",
        PatternKind.PutMany => "a batch that puts",
        PatternKind.DeleteMany => "a batch that deletes",
        PatternKind.Put => "a write of a whole entity",
        PatternKind.Update => "an update",
        PatternKind.Delete => "a delete",
        PatternKind.Check => "a condition check",
        _ => "a transaction's read",
    };

    /// <summary>Whether the method changes items.</summary>
    public static bool IsWrite(this PatternKind kind) => kind is PatternKind.Put or PatternKind.Update or PatternKind.Delete or PatternKind.Check;

    /// <summary>Whether the method gets or queries items, one by one.</summary>
    public static bool IsRead(this PatternKind kind) => kind is PatternKind.Get or PatternKind.First or PatternKind.Query or PatternKind.Page
        or PatternKind.Collection;

    private static bool MayWrite(PatternReturnKind result) => result is PatternReturnKind.Nothing or PatternReturnKind.Success
        or PatternReturnKind.Entity or PatternReturnKind.One or PatternReturnKind.WriteAction;

    private static PatternKind? Batch(string method) =>
        MethodWords.BeginsWith(method, "GetMany") ? PatternKind.GetMany
        : MethodWords.BeginsWith(method, "PutMany") ? PatternKind.PutMany
        : MethodWords.BeginsWith(method, "DeleteMany") ? PatternKind.DeleteMany
        : null;

    private static PatternKind? Write(string method) => WriteVerbs.Of(method)?.Kind() switch
    {
        WriteKind.Put => PatternKind.Put,
        WriteKind.Update => PatternKind.Update,
        WriteKind.Delete => PatternKind.Delete,
        WriteKind.Check => PatternKind.Check,
        _ => null,
    };

    private static PatternKind? Read(IMethodSymbol method, PatternReturnKind result) => result switch
    {
        PatternReturnKind.One => method.Has(DeclarationAttributes.Index) ? PatternKind.First : PatternKind.Get,
        PatternReturnKind.Stream or PatternReturnKind.List => PatternKind.Query,
        PatternReturnKind.Page => PatternKind.Page,
        PatternReturnKind.Collection => PatternKind.Collection,
        PatternReturnKind.ReadAction => PatternKind.ReadAction,
        _ => null,
    };
}
