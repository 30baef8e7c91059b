using DynamoGen.Tests.Repositories;

namespace DynamoGen.Analyzers.Tests.Schema;

/// <summary>
/// What a lock that knows two versions says of an edit is what becomes of the items of both: an item of each is read and put again by the code after it.
/// </summary>
public sealed class EarlierEditTests(LocalServer server)
{
    private const string Repository =
        "[Repository<Order>] public partial interface IOrders { ValueTask PutOrder(Order order); ValueTask<Order?> GetOrder(string id); }";

    private const string Same = "[Upcast(from: 1, nameof(Id))] private static string Same(string stored) => stored;";
    private const string SameAsSecond = "[Upcast(from: 2, nameof(Id))] private static string AsSecond(string stored) => stored;";
    private const string Text = "public required string A { get; init; }";
    private const string ToText = "[Upcast(from: 1, nameof(A))] private static string ToText(int stored) => stored.ToString();";
    private const string Number = "public required decimal A { get; init; }";
    private const string ToNumber = "[Upcast(from: 2, nameof(A))] private static decimal ToNumber(string stored) => decimal.Parse(stored);";
    private const string Renamed = "public string? A { get; init; }";
    private const string FromB = "[Upcast(from: 1, nameof(A), StoredAs = \"B\")] private static string? FromB(string? stored) => stored;";

    /// <summary>A number that became a text in version 2, and what is declared next, of which version.</summary>
    public static TheoryData<int, string, string, string> Retyped => new()
    {
        { 2, Text + ToText, "", "70000; 70000" },
        { 2, Text + Same, "DG7001", "unreadable; 70000" },
        { 2, Text + ToText.Replace("int stored", "long stored"), "DG7003", "70000; 70000" },
        { 2, Text + ToText.Replace("int stored", "byte stored"), "DG7001", "unreadable; 70000" },
        { 2, Text + ToText.Replace("int stored", "string stored").Replace(".ToString()", ""), "DG7001", "unreadable; 70000" },
        { 3, Number + ToText + ToNumber, "DG7003", "70000; 70000" },
        { 3, Number + ToNumber + ToText, "DG7003", "70000; 70000" },
        { 3, Number + ToNumber + Same, "DG7001", "unreadable; 70000" },
        { 3, Number + "[Upcast(from: 1, nameof(A))] private static decimal Of(int stored) => stored;" + SameAsSecond, "DG7001", "70000; unreadable" },
        { 3, Number + "[Upcast(from: 1, nameof(A))] private static int Of(string stored) => 0; [Upcast(from: 2, nameof(A))] private static decimal To(int stored) => stored;",
            "DG7001", "unreadable; unreadable" },
        { 3, Text + ToText + SameAsSecond, "DG7003", "70000; 70000" },
        { 1, Text, "DG7001", "unreadable; unreadable" },
    };

    /// <summary>A text that got another name in version 2.</summary>
    public static TheoryData<int, string, string, string> Moved => new()
    {
        { 2, Renamed + FromB, "", "x; x" },
        { 2, Renamed + Same, "DG7001", "null; x" },
        { 2, Renamed.Replace("public", "[AttributeName(\"B\")] public") + Same, "DG7001", "x; null" },
        { 3, Renamed + FromB + SameAsSecond, "DG7003", "x; x" },
        { 3, Renamed + FromB.Replace("from: 1", "from: 2") + Same, "DG7001", "x; null" },
    };

    [Theory, MemberData(nameof(Retyped))]
    public Task Lock_says_what_becomes_of_a_type(int version, string after, string says, string seen) => BecomesAsync(
        Source(1, "public required int A { get; init; } public static Order Sample => new() { Id = \"1\", A = 70000 };"),
        Source(2, Text + ToText + " public static Order Sample => new() { Id = \"1\", A = \"70000\" };"),
        Source(version, after), says, seen);

    [Theory, MemberData(nameof(Moved))]
    public Task Lock_says_what_becomes_of_a_name(int version, string after, string says, string seen) => BecomesAsync(
        Source(1, "public string? B { get; init; } public static Order Sample => new() { Id = \"1\", B = \"x\" };"),
        Source(2, Renamed + FromB + " public static Order Sample => new() { Id = \"1\", A = \"x\" };"),
        Source(version, after), says, seen);

    private async Task BecomesAsync(string first, string second, string after, string says, string seen)
    {
        Assert.Empty(await LockedSource.Problems(after));
        var locked = LockedSource.UpdatedLock(first, second);
        Assert.Empty(await LockedSource.ReportsWith(locked, second));
        var rules = (await LockedSource.ReportsWith(locked, after)).Select(report => report[..6]).Distinct().ToArray();
        Assert.Equal(says, string.Join(" ", rules.Length > 1 ? rules.Except(["DG7003"]) : rules));

        await using var writer = await EditedShop.CreateAsync(server, first, LocalServer.NewPrefix());
        await using var later = writer.Edited(server, second);
        await using var reader = writer.Edited(server, after);
        Assert.Equal(seen, $"{await ReadAsync(writer, reader)}; {await ReadAsync(later, reader)}");
    }

    private static async Task<string> ReadAsync(EditedShop writer, EditedShop reader)
    {
        await writer.RunAsync("PutOrder", writer.Sample());
        try
        {
            var order = (await reader.RunAsync("GetOrder", "1"))!;
            await reader.RunAsync("PutOrder", order);
            return StoredText.Of(order.GetType().GetProperty("A")!.GetValue(order));
        }
        catch (Exception exception) when (exception is ItemFormatException or UnknownVersionException)
        {
            return "unreadable";
        }
    }

    private static string Source(int version, string members) =>
        LockedSource.Order(members).Replace("[Entity<Shop>]", version == 1 ? "[Entity<Shop>]" : $"[Entity<Shop>(Version = {version})]") + Repository;
}
