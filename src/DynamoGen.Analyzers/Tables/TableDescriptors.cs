using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tables;

/// <summary>The rules about what a table is for, and how AWS keeps it.</summary>
internal static class TableDescriptors
{
    public static readonly DiagnosticDescriptor CacheWithoutTimeToLive = RuleDescriptor.Create(
        RuleIdentifiers.CacheWithoutTimeToLive,
        title: "Cache table without a time to live",
        messageFormat: "The table '{0}' is a cache from which nothing ever goes: name the attribute by which its items expire as TimeToLive",
        RuleCategories.Declaration,
        DiagnosticSeverity.Warning,
        description: "DynamoDB deletes expired items at no cost. Without a time to live a cache grows, and is paid for, for ever.");

    public static readonly DiagnosticDescriptor UnprotectedTable = RuleDescriptor.Create(
        RuleIdentifiers.UnprotectedTable,
        title: "Transactional table that cannot be recovered",
        messageFormat: "The transactional table '{0}' has no {1}: set {2}",
        RuleCategories.Declaration,
        DiagnosticSeverity.Warning,
        description: "What the application's own data has lost, by a wrong delete or a wrong deployment, is gone without point-in-time recovery; and without "
            + "deletion protection the whole table goes with one call.");

    public static readonly DiagnosticDescriptor AnalyticsRead = RuleDescriptor.Create(
        RuleIdentifiers.AnalyticsRead,
        title: "Scan of a transactional table",
        messageFormat: "'{0}' reads all of the transactional table '{1}', beside those that serve users from it: read an export, or a copy in a table whose "
            + "Purpose is Analytics",
        RuleCategories.Declaration,
        DiagnosticSeverity.Info,
        description: "A Scan takes the capacity of the whole table, and of each partition in turn, that requests of users take too.");

    public static readonly DiagnosticDescriptor BillingMode = RuleDescriptor.Create(
        RuleIdentifiers.BillingMode,
        title: "Billing mode is the dearer one for the declared traffic",
        messageFormat: "'{0}' costs about {1} a month {2}, and about {3} {4}, at the declared traffic: set Billing to {5}",
        RuleCategories.Declaration,
        DiagnosticSeverity.Info,
        description: "A unit of capacity costs less where it is provisioned, and is paid for whether it is used or not. So traffic that is steady is cheaper "
            + "provisioned, and traffic that comes in peaks is cheaper on demand.");

    public static readonly DiagnosticDescriptor LocalIndexWithoutNeed = RuleDescriptor.Create(
        RuleIdentifiers.LocalIndexWithoutNeed,
        title: "Local index that is never read consistently",
        messageFormat: "No access pattern reads the local index '{0}' consistently, which is all that a global one cannot do: a global index leaves the items "
            + "of one key unbounded, where local ones end them at 10 GB",
        RuleCategories.Declaration,
        DiagnosticSeverity.Info,
        description: "A local index bounds each item collection at 10 GB, keeps a hot partition from being split, and can only be made with its table.");

    public static readonly DiagnosticDescriptor GlobalIndexWithoutNeed = RuleDescriptor.Create(
        RuleIdentifiers.GlobalIndexWithoutNeed,
        title: "Global index with the table's partition key",
        messageFormat: "The global index '{0}' has the partition key of its table: if the items of one key stay below 10 GB, a local index made with the table "
            + "answers the same, consistently too, and from the table's own capacity",
        RuleCategories.Declaration,
        DiagnosticSeverity.Info,
        description: "A global index has capacity of its own, which throttles the table's writes when it is used up, and is never read consistently.");

    public static readonly DiagnosticDescriptor UncachedReads = RuleDescriptor.Create(
        RuleIdentifiers.UncachedReads,
        title: "Reads exceed writes by far, and none is cached",
        messageFormat: "'{0}' is read {1} times as often as it is written, about {2} a month: [Cached] on '{3}', or DAX, answers what is read again without "
            + "capacity",
        RuleCategories.Declaration,
        DiagnosticSeverity.Info,
        description: "Where an item is read many times between two writes of it, nearly every read can be answered from a cache.");
}
