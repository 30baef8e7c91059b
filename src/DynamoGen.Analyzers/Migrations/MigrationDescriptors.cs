using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Migrations;

/// <summary>The rules about what the functions of a migration, and upcasters, are made of.</summary>
internal static class MigrationDescriptors
{
    public static readonly DiagnosticDescriptor KeyDoesNotFollow = RuleDescriptor.Create(
        RuleIdentifiers.KeyDoesNotFollow,
        title: "Key of the new item does not follow from the key of the old one",
        messageFormat: "{0}",
        RuleCategories.Migrations,
        DiagnosticSeverity.Error,
        description: "A migration finds the new item of an old one by its key. Where that takes anything but the old key, a write of the old item leaves "
            + "the former new item behind; and where it leaves a part of the old key out, several old items become one.");

    public static readonly DiagnosticDescriptor KeyUnproven = RuleDescriptor.Create(
        RuleIdentifiers.KeyUnproven,
        title: "Key of the new item is not proven to follow from the key of the old one",
        messageFormat: "{0}",
        RuleCategories.Migrations,
        DiagnosticSeverity.Warning,
        description: "A migration needs every old key to have one new key, and no two of them the same. Code that takes a key's value apart, or hands the "
            + "whole item on, does not show that.");

    public static readonly DiagnosticDescriptor Impure = RuleDescriptor.Create(
        RuleIdentifiers.ImpureFunction,
        title: "Upcaster or migration depends on more than the stored item",
        messageFormat: "'{0}' uses {1}: the same stored item yields another one each time",
        RuleCategories.Migrations,
        DiagnosticSeverity.Warning,
        description: "What an older item stands for is computed anew with every read, and by every process. It must be the same each time.");

    public static readonly DiagnosticDescriptor GatheringKey = RuleDescriptor.Create(
        RuleIdentifiers.GatheringKey,
        title: "New partition key gathers what the old one spread",
        messageFormat: "The new items have the partition key '{0}', and the old ones '{1}': old items that differ in {2} alone share a partition from now on",
        RuleCategories.Migrations,
        DiagnosticSeverity.Info,
        description: "One partition takes 1,000 WCU and 3,000 RCU a second. What was spread over many partitions and is gathered in one gets hotter.");
}
