namespace DynamoGen.Declarations.Streams;

/// <summary>What a handler's method handles, as its name says.</summary>
internal enum HandlerVerb
{
    Inserted,
    Modified,
    Removed,
    Conflicted,
    Other,
}

/// <summary>The names of a handler's methods.</summary>
internal static class HandlerVerbs
{
    /// <summary>The verb of a method, or null for one that the handler has for itself.</summary>
    public static HandlerVerb? Of(string method) => method switch
    {
        "Inserted" or "InsertedAsync" => HandlerVerb.Inserted,
        "Modified" or "ModifiedAsync" => HandlerVerb.Modified,
        "Removed" or "RemovedAsync" => HandlerVerb.Removed,
        "Conflicted" or "ConflictedAsync" => HandlerVerb.Conflicted,
        "Other" or "OtherAsync" => HandlerVerb.Other,
        _ => null,
    };
}
