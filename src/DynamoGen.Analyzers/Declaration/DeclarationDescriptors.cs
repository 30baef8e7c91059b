using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Problems;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Declaration;

/// <summary>The diagnostics of declarations. Each stops the generator from writing the declaration's other half, so each is an error.</summary>
internal static partial class DeclarationDescriptors
{
    private static readonly DiagnosticDescriptor KeyType = Create(
        RuleIdentifiers.KeyType,
        "Type cannot be part of a key",
        "'{0}' has type {1}, which cannot be part of a key; use text, an integer, a decimal, a date or time, a Guid, a bool or an enum",
        "A key is text made of parts whose order and length are known.");

    private static readonly DiagnosticDescriptor NullableTableKey = Create(
        RuleIdentifiers.NullableTableKey,
        "Primary key may be null or empty",
        "'{1}' of entity '{0}' may be null, but every item needs its whole primary key; make it required and not nullable",
        "Only the keys of an index may be missing: the item is then not in that index.");

    private static readonly DiagnosticDescriptor UnsortableFormat = Create(
        RuleIdentifiers.UnsortableFormat,
        "Key format does not sort",
        "The key \"{1}\" of entity '{0}' {2}",
        "DynamoDB compares keys byte by byte.");

    private static readonly DiagnosticDescriptor VersionGap = Create(
        RuleIdentifiers.VersionGap,
        "Version without an upcaster or downcaster",
        "The versions of entity '{0}' have a gap: {1}",
        "Each version before the current one needs an upcaster to the next, and one that is written as an older one needs downcasters to that.");

    private static readonly DiagnosticDescriptor UnmappableType = Create(
        RuleIdentifiers.UnmappableType,
        "Type cannot be stored",
        "Type {0} cannot be stored: {1}",
        "A property's type must have an attribute type; [Ignore] leaves a property out.");

    private static readonly DiagnosticDescriptor NotExtensible = Create(
        RuleIdentifiers.NotExtensible,
        "Declaration cannot be extended",
        "The other half of '{0}' cannot be generated: {1}",
        "Generated code is added to partial declarations.");

    private static readonly DiagnosticDescriptor KeyTemplate = Create(
        RuleIdentifiers.KeyTemplate,
        "Key template is wrong",
        "The key template \"{1}\" of entity '{0}' {2}",
        "A key template is literal text and placeholders of the entity's properties.");

    private static readonly DiagnosticDescriptor TableOrIndex = Create(
        RuleIdentifiers.TableOrIndex,
        "Table, index or entity is not declared so",
        "'{0}' does not fit its table: {1}",
        "Entities, repositories, tables and indexes must agree.");

    private static readonly DiagnosticDescriptor AttributeConflict = Create(
        RuleIdentifiers.AttributeConflict,
        "Two values for one attribute",
        "The attribute '{0}' would hold both '{1}'; give one of them another [AttributeName]",
        "An item has one value for each attribute.");

    private static readonly DiagnosticDescriptor PrimaryKey = Create(
        RuleIdentifiers.PrimaryKey,
        "Entity has no primary key",
        "Entity '{0}' has no primary key; add {1}",
        "Every item needs the table's primary key.");

    private static readonly DiagnosticDescriptor Construction = Create(
        RuleIdentifiers.Construction,
        "Object cannot be built",
        "A '{0}' cannot be built from an item: {1}",
        "A read item becomes an object through a constructor, initializers and accessors.");

    private static readonly DiagnosticDescriptor Upcaster = Create(
        RuleIdentifiers.Upcaster,
        "Upcaster or downcaster is wrong",
        "The {0} {1}",
        "An upcaster turns the value of one version into that of the next, a downcaster the value of the current version into that of an older one.");

    private static readonly DiagnosticDescriptor StorageForm = Create(
        RuleIdentifiers.StorageForm,
        "Type cannot take the form that its attribute asks for",
        "'{0}' cannot be stored as [{1}] says: {2}",
        "An attribute that changes how a type is stored must fit the type, or what it asks for would be lost in silence.");

    private static readonly DiagnosticDescriptor IndexProjection = Create(
        RuleIdentifiers.IndexProjection,
        "Index does not hold what is read from it",
        "'{0}' {1} '{2}', which index '{3}' does not hold; {4}",
        "What is not projected into an index is absent from the items read from it.");

    private static readonly DiagnosticDescriptor Projection = Create(
        RuleIdentifiers.Projection,
        "Projection is no part of its entity",
        "'{0}' is no projection of '{1}': {2}",
        "Each property of a projection has the name and the type of one of the entity's.");

    private static readonly DiagnosticDescriptor Patch = Create(
        RuleIdentifiers.Patch,
        "Patch cannot change what it names",
        "'{0}' is no patch of '{1}': {2}",
        "Each property of a patch is one that an update of the entity can change.");

    private static readonly DiagnosticDescriptor Wrapper = Create(
        RuleIdentifiers.Wrapper,
        "Wrapper has no value that text can hold",
        "'{0}' is no [Wrapper]: {1}",
        "A wrapper is a record struct of one value, which is read from text and written to it.");

    private static readonly DiagnosticDescriptor ConsistentReadOfIndex = Create(
        RuleIdentifiers.ConsistentReadOfIndex,
        "Consistent read of a global secondary index",
        "'{0}' asks index '{1}' for a consistent read, which global secondary indexes do not support; remove [ConsistentRead] or read the table",
        "DynamoDB refuses the request every time.",
        RuleCategories.Reads);

    private static readonly DiagnosticDescriptor UnservedPattern = Create(
        RuleIdentifiers.UnservedPattern,
        "Access pattern is not served by any key",
        "'{0}' is no Query and no GetItem: {1}",
        "An access pattern gives the whole partition key, and the sort key from the left; anything else would be a Scan.",
        RuleCategories.Reads);

    private static readonly DiagnosticDescriptor PatternShape = Create(
        RuleIdentifiers.PatternShape,
        "Access pattern is not declared as one",
        "'{0}' is no access pattern: {1}",
        "The name, the parameters and the return type of a repository's method say what it does.",
        RuleCategories.Reads);

    private static readonly DiagnosticDescriptor StreamHandler = Create(
        RuleIdentifiers.StreamHandler,
        "Stream handler is not declared as one",
        "'{0}' handles no changes: {1}",
        "The name and the parameters of a stream handler's method say which change of which entity it handles, and the stream carries what it takes.",
        RuleCategories.Streams);

    private static readonly DiagnosticDescriptor Migration = Create(
        RuleIdentifiers.Migration,
        "Migration is not declared as one",
        "'{0}' is no migration: {1}",
        "A migration names the repositories of its two entities, and has a static method Forward from the one to the other.",
        RuleCategories.Migrations);

    private static readonly DiagnosticDescriptor PhasedPattern = RuleDescriptor.Create(
        RuleIdentifiers.PhasedPattern,
        "Access pattern does not work in every phase",
        "'{0}' does not work in every phase of '{1}', because {2}",
        RuleCategories.Migrations,
        DiagnosticSeverity.Warning,
        "Until cut-over a migration answers from the old items, and afterwards from the new ones: what has no counterpart there throws.");

    private static readonly DiagnosticDescriptor Expression = Create(
        RuleIdentifiers.Expression,
        "Expression does not fit the entity or the method",
        "'{0}' {1}",
        "Conditions, filters and updates are checked against the entity's properties and the method's parameters, "
            + "and an update must leave no index key behind.",
        RuleCategories.Expressions);

    public static readonly DiagnosticDescriptor[] All =
    [
        KeyType, NullableTableKey, UnsortableFormat, VersionGap, UnmappableType, NotExtensible, KeyTemplate, TableOrIndex,
        AttributeConflict, PrimaryKey, Construction, Upcaster, StorageForm, IndexProjection, Projection, Patch, Wrapper, ConsistentReadOfIndex,
        UnservedPattern, PatternShape, Expression, StreamHandler, Migration, PhasedPattern,
    ];

    public static DiagnosticDescriptor Of(DeclarationRule rule) => rule switch
    {
        DeclarationRule.KeyType => KeyType,
        DeclarationRule.NullableTableKey => NullableTableKey,
        DeclarationRule.UnsortableFormat => UnsortableFormat,
        DeclarationRule.VersionGap => VersionGap,
        DeclarationRule.UnmappableType => UnmappableType,
        DeclarationRule.NotExtensible => NotExtensible,
        DeclarationRule.KeyTemplate => KeyTemplate,
        DeclarationRule.TableOrIndex => TableOrIndex,
        DeclarationRule.AttributeConflict => AttributeConflict,
        DeclarationRule.PrimaryKey => PrimaryKey,
        DeclarationRule.Construction => Construction,
        DeclarationRule.Upcaster => Upcaster,
        DeclarationRule.StorageForm => StorageForm,
        DeclarationRule.IndexProjection => IndexProjection,
        DeclarationRule.Projection => Projection,
        DeclarationRule.Patch => Patch,
        DeclarationRule.Wrapper => Wrapper,
        DeclarationRule.ConsistentReadOfIndex => ConsistentReadOfIndex,
        DeclarationRule.Expression => Expression,
        DeclarationRule.UnservedPattern => UnservedPattern,
        DeclarationRule.StreamHandler => StreamHandler,
        DeclarationRule.Migration => Migration,
        DeclarationRule.PhasedPattern => PhasedPattern,
        _ => PatternShape,
    };

    private static DiagnosticDescriptor Create(string id, string title, string message, string description, string category = RuleCategories.Declaration) =>
        RuleDescriptor.Create(id, title, message, category, DiagnosticSeverity.Error, description);
}
