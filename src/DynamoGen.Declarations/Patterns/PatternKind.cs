using DynamoGen.Declarations.Parameters;
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

    /// <summary>How many items a Query finds.</summary>
    Count,

    /// <summary>Whether there is an item.</summary>
    Exists,
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

    /// <summary>A write of a batch.</summary>
    BatchWrite,

    /// <summary>A GetItem of a transaction.</summary>
    ReadAction,
}

/// <summary>Finds what a method is, and says it.</summary>
internal static class PatternKinds
{
    /// <summary>The kind of a method, or null where its verb and its return type make no access pattern.</summary>
    /// <param name="method">The method.</param>
    /// <param name="verb">What it says that it does.</param>
    /// <param name="result">What it returns.</param>
    public static PatternKind? Of(IMethodSymbol method, MethodVerb verb, PatternReturn result)
    {
        if (result.Kind == PatternReturnKind.UniqueRepair)
        {
            return PatternKind.Repair;
        }

        if (result.Kind is PatternReturnKind.Stream or PatternReturnKind.Page or PatternReturnKind.Count
            && method.Has(DeclarationAttributes.AllowScan)
            && !verb.IsDeclared)
        {
            return PatternKind.Scan;
        }

        if (result.Kind == PatternReturnKind.BatchWrite)
        {
            return verb.Write is null ? null : PatternKind.BatchWrite;
        }

        return Batch(method, verb)
            ?? (MayWrite(result.Kind) ? Write(method, verb.Write) : null)
            ?? (verb is { IsDeclared: true, Write: not null } ? null : Read(method, verb, result.Kind));
    }

    /// <summary>The kind as a message names it.</summary>
    public static string Name(this PatternKind kind) => kind switch
    {
        PatternKind.Get => "a GetItem",
        PatternKind.First => "a Query for the first item",
        PatternKind.Query => "a Query",
        PatternKind.Page => "a page of a Query",
        PatternKind.Collection => "a Query of an item collection",
        PatternKind.Count => "a Query that counts",
        PatternKind.Exists => "the question whether there is an item",
        PatternKind.Scan => "a Scan",
        PatternKind.Repair => "a repair of unique values",
        PatternKind.GetMany => "a batch that gets",
        PatternKind.PutMany => "a batch that puts",
        PatternKind.DeleteMany => "a batch that deletes",
        PatternKind.Put => "a write of a whole entity",
        PatternKind.Update => "an update",
        PatternKind.Delete => "a delete",
        PatternKind.Check => "a condition check",
        PatternKind.BatchWrite => "an entry of a batch",
        _ => "a transaction's read",
    };

    /// <summary>Whether the method changes items.</summary>
    public static bool IsWrite(this PatternKind kind) => kind is PatternKind.Put or PatternKind.Update or PatternKind.Delete or PatternKind.Check;

    /// <summary>Whether the method gets or queries items, one by one.</summary>
    public static bool IsRead(this PatternKind kind) => kind is PatternKind.Get or PatternKind.First or PatternKind.Query or PatternKind.Page
        or PatternKind.Collection or PatternKind.Count or PatternKind.Exists;

    private static bool MayWrite(PatternReturnKind result) => result is PatternReturnKind.Nothing or PatternReturnKind.Success or PatternReturnKind.Outcome
        or PatternReturnKind.Entity or PatternReturnKind.One or PatternReturnKind.WriteAction;

    /// <summary>A batch takes many entities or keys, where an attribute says what becomes of them; else its name says that they are many.</summary>
    private static PatternKind? Batch(IMethodSymbol method, MethodVerb verb) => verb switch
    {
        { IsDeclared: true } when !method.Parameters.Any(parameter => PatternParameters.IsMany(parameter.Type)) => null,
        { IsDeclared: true, Read: ReadVerb.Get } => PatternKind.GetMany,
        { IsDeclared: true, Write: WriteVerb.Put } => PatternKind.PutMany,
        { IsDeclared: true, Write: WriteVerb.Delete } => PatternKind.DeleteMany,
        { IsDeclared: true } => null,
        _ when MethodWords.BeginsWith(method.Name, "GetMany") => PatternKind.GetMany,
        _ when MethodWords.BeginsWith(method.Name, "PutMany") => PatternKind.PutMany,
        _ when MethodWords.BeginsWith(method.Name, "DeleteMany") => PatternKind.DeleteMany,
        _ => null,
    };

    private static PatternKind? Write(IMethodSymbol method, WriteVerb? verb) => verb?.Kind() switch
    {
        WriteKind.Put when verb == WriteVerb.Upsert && method.Has(DeclarationAttributes.Update) => PatternKind.Update,
        WriteKind.Put => PatternKind.Put,
        WriteKind.Update => PatternKind.Update,
        WriteKind.Delete => PatternKind.Delete,
        WriteKind.Check => PatternKind.Check,
        _ => null,
    };

    private static PatternKind? Read(IMethodSymbol method, MethodVerb verb, PatternReturnKind result) => (verb.Read, result) switch
    {
        (ReadVerb.Get, PatternReturnKind.One) => PatternKind.Get,
        (ReadVerb.Query, PatternReturnKind.One) => PatternKind.First,
        (ReadVerb.Get, not PatternReturnKind.ReadAction) or (ReadVerb.Query, PatternReturnKind.ReadAction) => null,
        (ReadVerb.Exists, PatternReturnKind.Success) => PatternKind.Exists,
        (ReadVerb.Exists, _) when verb.IsDeclared => null,
        (_, PatternReturnKind.One) => method.Has(DeclarationAttributes.Index) ? PatternKind.First : PatternKind.Get,
        (_, PatternReturnKind.Stream or PatternReturnKind.List) => PatternKind.Query,
        (_, PatternReturnKind.Page) => PatternKind.Page,
        (_, PatternReturnKind.Collection) => PatternKind.Collection,
        (_, PatternReturnKind.Count) => PatternKind.Count,
        (_, PatternReturnKind.ReadAction) => PatternKind.ReadAction,
        _ => null,
    };
}
