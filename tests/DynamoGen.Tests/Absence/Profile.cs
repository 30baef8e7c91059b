using DynamoGen.Transactions;

namespace DynamoGen.Tests.Absence;

[Table("profiles")]
public sealed partial class Profiles;

public enum Mood
{
    Calm,
    Wild,
}

public readonly record struct Score(int Value);

public sealed record Home(string City, int? Floor = null)
{
    [OmitDefault] public int Steps { get; init; }
}

/// <summary>An entity of which nearly every attribute can be left out.</summary>
[Entity<Profiles>]
[Key("PROFILE#{Id}", "{Nr}")]
public sealed partial record Profile(string Id, int Nr)
{
    [OmitDefault] public bool Flag { get; init; }

    [OmitDefault] public int Count { get; init; }

    [OmitDefault] public string Text { get; init; } = "";

    [OmitDefault] public Mood Mood { get; init; }

    [OmitDefault] public Score Score { get; init; }

    [OmitDefault] public DateTimeOffset At { get; init; }

    [OmitDefault] public List<int> Numbers { get; init; } = [];

    public List<int> Levels { get; init; } = [];

    public HashSet<string> Tags { get; init; } = [];

    public HashSet<int>? Marks { get; init; }

    public string? Note { get; init; }

    public decimal? Price { get; init; }

    public Home? Home { get; init; }

    public required Home Work { get; init; }
}

[Repository<Profile>]
public partial interface IProfiles
{
    ValueTask<Profile?> Get(string id, int nr);

    ValueTask Put(Profile profile);

    [Filter("Flag = false")]
    IAsyncEnumerable<Profile> Unflagged(string id);

    [Filter("Flag <> false")]
    IAsyncEnumerable<Profile> Flagged(string id);

    [Filter("Flag = {flag} AND (Mood = {mood} OR Count > {most})")]
    IAsyncEnumerable<Profile> Like(string id, bool flag, Mood mood, int most);

    [Filter("Mood <> {mood}")]
    IAsyncEnumerable<Profile> NotInMood(string id, Mood mood);

    [Filter("NOT Mood = 'Calm'")]
    IAsyncEnumerable<Profile> NotCalm(string id);

    [Filter("Count < {most}")]
    IAsyncEnumerable<Profile> Below(string id, int most);

    [Filter("{least} <= Count")]
    IAsyncEnumerable<Profile> AtLeast(string id, int least);

    [Filter("Count BETWEEN {low} AND 5")]
    IAsyncEnumerable<Profile> Between(string id, int low);

    [Filter("Count IN ({one}, {other}, 7)")]
    IAsyncEnumerable<Profile> OneOf(string id, int one, int other);

    [Filter("begins_with(Text, {beginning})")]
    IAsyncEnumerable<Profile> Beginning(string id, string beginning);

    [Filter("contains(Text, {part})")]
    IAsyncEnumerable<Profile> Containing(string id, string part);

    [Filter("size(Text) = 0 AND size(Tags) < {most} AND size(Numbers) <= 1 AND size(Marks) = 0")]
    IAsyncEnumerable<Profile> Small(string id, int most);

    [Filter("Score = {score}")]
    IAsyncEnumerable<Profile> Scored(string id, Score score);

    [Filter("At < {before}")]
    IAsyncEnumerable<Profile> Before(string id, DateTimeOffset before);

    [Filter("Tags = {tags}")]
    IAsyncEnumerable<Profile> Tagged(string id, HashSet<string> tags);

    [Filter("Tags <> {tags}")]
    IAsyncEnumerable<Profile> NotTagged(string id, HashSet<string> tags);

    [Filter("Work.Steps = 0 AND Work.Floor <> {floor}")]
    IAsyncEnumerable<Profile> Level(string id, int floor);

    [Condition("Flag = {flag}")]
    ValueTask<bool> PutIf(Profile profile, bool flag);

    [Update("SET Count = Count + 1, Numbers = list_append(Numbers, {more}), Work.Steps = Work.Steps + {steps}")]
    ValueTask<Profile> UpdateCounts(string id, int nr, List<int> more, int steps);

    [Update("SET Tags = {tags}, Marks = {marks}")]
    ValueTask<Profile> UpdateSets(string id, int nr, HashSet<string> tags, HashSet<int> marks);

    [Update("ADD Tags {tags}")]
    ValueTask<Profile> UpdateMoreTags(string id, int nr, HashSet<string> tags);

    [Update("DELETE Tags {tags}, Marks {marks}")]
    ValueTask<Profile> UpdateFewerTags(string id, int nr, HashSet<string> tags, HashSet<int> marks);

    [Update("SET Tags = if_not_exists(Tags, {tags})")]
    ValueTask<Profile> UpdateFirstTags(string id, int nr, HashSet<string> tags);

    [Update("SET Levels[0] = Levels[1] + {more}")]
    ValueTask<bool> UpdateLevels(string id, int nr, int more);


    [Update("SET Home.City = {city}"), Condition("attribute_exists(Home)")]
    ValueTask<bool> UpdateCity(string id, int nr, string city);

    [Update("SET Tags = {tags}")]
    WriteAction UpdateTagsAction(string id, int nr, HashSet<string> tags);

    [Update("ADD Tags {tags}")]
    WriteAction UpdateMoreTagsAction(string id, int nr, HashSet<string> tags);
}
