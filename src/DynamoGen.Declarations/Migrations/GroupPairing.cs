using DynamoGen.Declarations.Batches;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Writes;

namespace DynamoGen.Declarations.Migrations;

/// <summary>Finds what each access pattern of a repository does while the other side leads, where one item stands for several.</summary>
/// <param name="own">The repository.</param>
/// <param name="isOne">Whether its items are those of which one stands for several.</param>
/// <param name="group">The group.</param>
/// <param name="other">The other repository.</param>
/// <param name="splits">Whether several can be made of the one.</param>
/// <param name="merges">Whether the one can be made of the several.</param>
internal sealed class GroupPairing(RepositoryModel own, bool isOne, GroupModel group, RepositoryModel other, bool splits, bool merges)
{
    public MigrationSide Pair() => new(own, new EquatableArray<MigratedPattern>(own.Patterns.Select(Pair)));

    private MigratedPattern Pair(PatternModel pattern)
    {
        var isWrite = pattern is WritePattern or PutManyPattern or DeleteManyPattern;
        var values = Values(pattern);
        var use = values.Count == group.Parts.Count ? UseOf(pattern) : GroupUse.None;
        var counterpart = use is GroupUse.One ? (PatternModel)group.Query
            : use is GroupUse.Group or GroupUse.Member ? other.Patterns.OfType<GetPattern>().FirstOrDefault(IsGet)
            : null;
        var isMade = use is not GroupUse.None
            && (isWrite || counterpart is not null)
            && (use is GroupUse.One ? merges : splits || use is GroupUse.Delete);
        return new MigratedPattern(pattern, MigratedResults.Of(pattern), isMade ? counterpart : null, isWrite)
        {
            Use = isMade ? use : GroupUse.None,
            Group = new EquatableArray<ValueSource>(values),
            IsAnsweredElsewhere = isMade,
            IsLed = values.Count == group.Parts.Count && IsLed(pattern),
            Obstacle = isMade ? null
                : use is GroupUse.None ? $"it is neither a read of one group nor a write of a whole '{One}' without a condition"
                : isWrite || counterpart is not null ? "the migration has no Backward"
                : $"'{other.Type.Name}' has no method that gets the '{other.Entity.Name}'",
        };
    }

    private string One => isOne ? own.Entity.Name : other.Entity.Name;

    private GroupUse UseOf(PatternModel pattern) => (isOne, pattern) switch
    {
        (true, GetPattern get) when IsGet(get) => GroupUse.One,
        (true, WritePattern { Unique: null, WhenNew: null, Signature.Answer: null } write) => UseOf(write),
        (false, QueryPattern query) when query.Signature.UniqueName == group.Query.Signature.UniqueName => GroupUse.Group,
        (false, GetPattern get) when IsGet(get) => GroupUse.Member,
        _ => GroupUse.None,
    };

    private GroupUse UseOf(WritePattern write) => write switch
    {
        { Result: not (WriteResult.Nothing or WriteResult.Succeeded or WriteResult.Written) } => GroupUse.None,
        { Kind: WriteKind.Put, Expressions.Condition: null } => GroupUse.Replace,
        { Kind: WriteKind.Put, Expressions.Condition: Existence { IsThere: false } absent } when IsOfKey(absent.Path) => GroupUse.Create,
        { Kind: WriteKind.Delete, Expressions.Condition: null, Result: WriteResult.Nothing } => GroupUse.Delete,
        _ => GroupUse.None,
    };

    /// <summary>Whether it can be the action of a transaction.</summary>
    private static bool IsLed(PatternModel pattern) => pattern is WritePattern { Form: EntityForm, Signature.Answer: null } write
        && write.Result is WriteResult.Nothing or WriteResult.Succeeded or WriteResult.Written;

    private bool IsOfKey(ItemPath path) => path == ItemPath.Of(own.PrimaryKey.Partition.Attribute);

    private static bool IsGet(GetPattern get) => get is { Form: EntityForm, IsQuestion: false, IsAction: false, Newest: null, Signature.Answer: null };

    /// <summary>Where a method has the values of the group: in the entity that it is given, or in the parameters of its key.</summary>
    private List<ValueSource> Values(PatternModel pattern)
    {
        var values = new List<ValueSource>();
        foreach (var part in group.Parts)
        {
            var property = isOne ? part.One : part.Many;
            if (pattern.Signature.Parameter(ParameterRole.Entity) is { } entity)
            {
                values.Add(new PropertySource(entity, property));
            }
            else if (Given(pattern, property) is { } parameter
                && pattern.Signature.Parameters.Any(given => given.Name == parameter && given.TypeName == part.TypeName))
            {
                values.Add(new ParameterSource(parameter));
            }
        }

        return values;
    }

    private static string? Given(PatternModel pattern, string property) => KeyOf(pattern) is not { } key ? null
        : key.Partition.Concat(key.SortPrefix).Where(bound => bound.Part.IsPlaceholder && bound.Part.Text == property)
            .Select(bound => bound.Value).OfType<ParameterSource>().FirstOrDefault()?.Parameter;

    private static KeyConditionModel? KeyOf(PatternModel pattern) => pattern switch
    {
        GetPattern get => get.Key,
        WritePattern write => write.Key,
        QueryPattern query => query.Condition,
        _ => null,
    };
}
