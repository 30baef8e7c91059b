using System.Collections.Immutable;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Schema;

/// <summary>The rules of the schema lock. Those with an <c>End</c> are about what is no longer declared, which only the whole compilation shows.</summary>
internal static class SchemaDescriptors
{
    /// <summary>The property of a report that says which part of the lock it is about.</summary>
    public const string Subject = "Subject";

    /// <summary>The property of a report of an attribute that <c>[UnknownAttributes]</c> would keep.</summary>
    public const string Lost = "Lost";

    private const string IncompatibleTitle = "Stored items can no longer be read";
    private const string IncompatibleMessage = "'{0}' no longer reads what is stored: {1}";
    private const string IncompatibleDescription = "What is in the table was written by an earlier declaration. "
        + "A change to it needs a new version and an upcaster, or the old items fail, or lose values.";
    private const string KeyTitle = "Stored items can no longer be found";
    private const string KeyMessage = "'{0}' no longer finds what is stored: {1}";
    private const string KeyDescription = "An item stays under the key that it was written under. A change to keys needs the items to be moved.";

    public static readonly DiagnosticDescriptor Incompatible = Broken(
        RuleIdentifiers.IncompatibleSchema, IncompatibleTitle, IncompatibleMessage, IncompatibleDescription);

    public static readonly DiagnosticDescriptor IncompatibleEnd = Broken(
        RuleIdentifiers.IncompatibleSchema, IncompatibleTitle, IncompatibleMessage, IncompatibleDescription, WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor Key = Broken(
        RuleIdentifiers.ChangedKey, KeyTitle, KeyMessage, KeyDescription);

    public static readonly DiagnosticDescriptor KeyEnd = Broken(
        RuleIdentifiers.ChangedKey, KeyTitle, KeyMessage, KeyDescription, WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>A warning, not information: what the lock does not know of it cannot guard.</summary>
    public static readonly DiagnosticDescriptor Unrecorded = RuleDescriptor.Create(
        RuleIdentifiers.UnrecordedSchema,
        "Schema lock does not record the declaration",
        "'{0}' is not in dynamogen.lock.json as it is declared: {1}; update the lock",
        RuleCategories.Schema,
        DiagnosticSeverity.Warning,
        "A change that stored items survive must still be recorded, or the next change to it goes unnoticed.");

    public static readonly DiagnosticDescriptor Unreadable = RuleDescriptor.Create(
        RuleIdentifiers.UnreadableSchemaLock,
        "Schema lock cannot be read",
        "dynamogen.lock.json cannot be read: in line {0}, {1}; nothing is checked against it",
        RuleCategories.Schema,
        DiagnosticSeverity.Warning,
        "A lock that cannot be read guards nothing.",
        WellKnownDiagnosticTags.CompilationEnd);

    public static ImmutableDictionary<string, string?> Properties(string subject, MissingUpcaster? upcaster = null, bool isLost = false)
    {
        var properties = ImmutableDictionary<string, string?>.Empty.Add(Subject, subject);
        properties = isLost ? properties.Add(Lost, null) : properties;
        return upcaster is null ? properties : properties.Add(MissingUpcaster.Key, upcaster.Text);
    }

    public static DiagnosticDescriptor Of(SchemaChangeKind kind) => kind == SchemaChangeKind.Key ? Key : Incompatible;

    private static DiagnosticDescriptor Broken(string id, string title, string message, string description, params string[] tags) =>
        RuleDescriptor.Create(id, title, message, RuleCategories.Schema, DiagnosticSeverity.Error, description, tags);
}
