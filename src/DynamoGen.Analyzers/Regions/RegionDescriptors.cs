using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Regions;

/// <summary>The rules about tables that are in several regions.</summary>
internal static class RegionDescriptors
{
    private const string LastWins = "In a table whose regions agree in the end, each region judges a write by its own copy. Of two writes of one item the last "
        + "one wins everywhere, and the other is lost without an error.";

    public static readonly DiagnosticDescriptor HomeRegion = Create(
        RuleIdentifiers.HomeRegion,
        "Home region is not known by the key",
        "{0}",
        DiagnosticSeverity.Error,
        "A table whose items are written by their home regions needs each call to know the region of its item. Only the partition key is always known, and it "
            + "never changes.");

    public static readonly DiagnosticDescriptor RegionalLock = Create(
        RuleIdentifiers.RegionalLock,
        "Optimistic lock holds in one region only",
        "'{0}' is compared with one region's copy: writes in two regions both succeed, and one is lost; let one region write '{1}', by [OneRegion(\"{2}\")] "
            + "or [HomeRegion]",
        DiagnosticSeverity.Warning,
        LastWins);

    public static readonly DiagnosticDescriptor RegionalUniqueness = Create(
        RuleIdentifiers.RegionalUniqueness,
        "Unique value is unique in one region only",
        "'{0}' is claimed in one region's copy: two regions can each give it to an item; {1}",
        DiagnosticSeverity.Warning,
        LastWins);

    public static readonly DiagnosticDescriptor RegionalCreate = Create(
        RuleIdentifiers.RegionalCreate,
        "Item is created in one region only",
        "'{0}' asks one region's copy whether there is the item: two regions can both create it, and one is lost; let one region write '{1}', by "
            + "[OneRegion(\"{2}\")] or [HomeRegion]",
        DiagnosticSeverity.Warning,
        LastWins);

    public static readonly DiagnosticDescriptor RegionalTransaction = Create(
        RuleIdentifiers.RegionalTransaction,
        "Transaction is atomic in one region only",
        "'{0}' {1}; let one region write '{2}', by [OneRegion(\"{3}\")] or [HomeRegion]",
        DiagnosticSeverity.Warning,
        "DynamoDB replicates the items of a transaction one by one. " + LastWins);

    public static readonly DiagnosticDescriptor RegionalEvents = Create(
        RuleIdentifiers.RegionalEvents,
        "Stream of events is appended to in several regions",
        "Two regions can give one version of a stream to two of these events, of which one is lost; let one region write '{0}', by [OneRegion(\"{1}\")] "
            + "or [HomeRegion]",
        DiagnosticSeverity.Warning,
        LastWins);

    public static readonly DiagnosticDescriptor RefusedTransaction = Create(
        RuleIdentifiers.RefusedTransaction,
        "Transaction on a table that is strongly consistent across regions",
        "'{0}' is {1} in a transaction, which DynamoDB refuses on '{2}', whose Consistency is Strong: {3}",
        DiagnosticSeverity.Error,
        "A table whose regions agree on every write takes neither TransactWriteItems nor TransactGetItems.");

    public static readonly DiagnosticDescriptor ReplicatedExpiry = Create(
        RuleIdentifiers.ReplicatedExpiry,
        "Expiry is told in every region",
        "'{0}' is told of each expiry in every region of '{1}'{2}; let the handler run in one region, or come to the same when it runs in all",
        DiagnosticSeverity.Warning,
        "DynamoDB deletes an expired item in one region, and replicates the removal. The streams of the other regions show it as the removal by a program.");

    public static readonly DiagnosticDescriptor RegionalCount = Create(
        RuleIdentifiers.RegionalCount,
        "Counter is added to in several regions",
        "'{0}' adds to '{1}' in one region's copy: of additions in two regions one is lost; mark the property [RegionalCounter], or let one region write "
            + "'{2}', by [OneRegion(\"{3}\")] or [HomeRegion]",
        DiagnosticSeverity.Warning,
        LastWins);

    public static readonly DiagnosticDescriptor RegionalRead = Create(
        RuleIdentifiers.RegionalRead,
        "Consistent read is consistent in one region only",
        "'{0}' reads one region's copy at twice the cost: an item that another region wrote last may be old; leave [ConsistentRead] out if it may, or let one "
            + "region write '{1}', and read there",
        DiagnosticSeverity.Info,
        "A strongly consistent read of a table whose regions agree in the end tells of all earlier writes in its own region, and of no others.");

    private static DiagnosticDescriptor Create(string id, string title, string messageFormat, DiagnosticSeverity severity, string description) =>
        RuleDescriptor.Create(id, title, messageFormat, RuleCategories.Regions, severity, description);
}
