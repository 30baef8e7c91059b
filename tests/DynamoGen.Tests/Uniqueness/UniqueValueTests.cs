using Amazon.DynamoDBv2.Model;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Uniqueness;

public sealed class UniqueValueTests(LocalServer server) : ClubTest(server)
{
    [Fact]
    public async Task Two_items_swap_their_values_in_one_transaction()
    {
        var (first, second) = (await Members.Create(new Member(1, "a@b")), await Members.Create(new Member(2, "c@d")));

        await Transactions.WriteAsync(
            [Members.ReplaceAction(first with { Email = "c@d" }, first), Members.ReplaceAction(second with { Email = "a@b" }, second)]);

        Assert.Equal(
            new() { ["EMAIL#c@d"] = Member.Keys.Primary.PartitionKey(1), ["EMAIL#a@b"] = Member.Keys.Primary.PartitionKey(2) }, await MarkersAsync());
        Assert.Equal(("c@d", "a@b"), ((await Members.Get(1))!.Email, (await Members.Get(2))!.Email));
    }

    [Fact]
    public async Task A_value_goes_round_and_to_a_new_item_and_never_to_two()
    {
        var members = new List<Member>();
        for (var id = 0; id < 4; id++)
        {
            members.Add(await Members.Create(new Member(id, $"{id}@x")));
        }

        // Each takes that of the next, the last one gets a new one, and a new item has the first one's.
        await Transactions.WriteAsync(
        [
            Members.CreateAction(new Member(9, "0@x")),
            .. members.Select(member => Members.ReplaceAction(member with { Email = member.Id == 3 ? "new@x" : $"{member.Id + 1}@x" }, member)),
        ]);

        Assert.Equal(
            new() { ["EMAIL#0@x"] = Owner(9), ["EMAIL#1@x"] = Owner(0), ["EMAIL#2@x"] = Owner(1), ["EMAIL#3@x"] = Owner(2), ["EMAIL#new@x"] = Owner(3) },
            await MarkersAsync());

        static string Owner(int id) => Member.Keys.Primary.PartitionKey(id);
    }

    [Fact]
    public async Task What_a_third_item_has_is_not_handed_over()
    {
        var (first, second) = (await Members.Create(new Member(1, "a@b")), await Members.Create(new Member(2, "c@d")));
        var moved = await Members.Replace(second with { Email = "e@f" }, second);
        await Members.Create(new Member(3, "c@d"));

        // The second no longer has what it would give up.
        var failed = await Assert.ThrowsAsync<TransactionFailedException>(() => Transactions.WriteAsync(
            [Members.ReplaceAction(first with { Email = "c@d" }, first), Members.ReplaceAction(second with { Email = "a@b" }, second)]).AsTask());

        Assert.Contains(failed.Failures, failure => failure is { Slot: 0, Reason: TransactionFailureReason.NotUnique, UniqueConstraint: "EMAIL#{Email}" });
        Assert.Equal("e@f", (await Members.Get(2))!.Email);
        Assert.Equal(moved.Email, (await Members.Get(2))!.Email);
    }

    [Fact]
    public async Task Two_claims_of_one_value_are_refused_before_anything_is_sent()
    {
        var refused = await Assert.ThrowsAsync<InvalidTransactionException>(() => Transactions.WriteAsync(
            [Members.CreateAction(new Member(1, "a@b")), Members.CreateAction(new Member(2, "a@b"))]).AsTask());

        Assert.Equal((int[])[0, 1], refused.Slots);
        Assert.Contains("claim or give up the same unique value, whose marker is an item of its own", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("@", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_part_of_a_value_is_updated_where_the_others_are_as_they_were_read()
    {
        await Lockers.Create(new Locker(1, 2, 7));
        await Lockers.Create(new Locker(2, 3, 8));

        Assert.False(await Lockers.UpdateNumber(1, 3, 8, 7));
        Assert.True(await Lockers.UpdateNumber(1, 2, 8, 7));
        await Assert.ThrowsAsync<UniqueConstraintException>(async () => await Lockers.UpdateFloor(1, 3, 2, 8));
        Assert.Equal(["LOCKER#0000000002#0000000008", "LOCKER#0000000003#0000000008"], (await MarkersAsync()).Keys.Order());
    }

    [Fact]
    public async Task Too_many_actions_say_how_many_of_them_are_markers()
    {
        var refused = await Assert.ThrowsAsync<InvalidTransactionException>(() => Transactions.WriteAsync(
            [.. Enumerable.Range(0, 60).Select(i => Members.CreateAction(new Member(i, $"{i}@b")))]).AsTask());

        Assert.StartsWith("A transaction has at most 100 actions, not 120. 60 of them write and check the items; 60 more claim or give up the markers",
            refused.Message, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(50, 10), refused.Slots);
    }

    [Fact]
    public async Task A_value_is_claimed_with_its_item_and_given_up_with_it()
    {
        var member = await Members.Create(new Member(1, "a@b") { Nick = "ann" });

        var owner = Member.Keys.Primary.PartitionKey(1);
        Assert.Equal(new() { ["EMAIL#a@b"] = owner, ["NICK#ann"] = owner }, await MarkersAsync());
        await Members.Delete(member);
        Assert.Empty(await MarkersAsync());
        Assert.Null(await Members.Get(1));
    }

    [Fact]
    public async Task A_value_of_another_item_is_refused_by_name_and_nothing_is_written()
    {
        await Members.Create(new Member(1, "a@b"));

        var refused = await Assert.ThrowsAsync<UniqueConstraintException>(() => Members.Create(new Member(2, "a@b") { Nick = "bob" }).AsTask());

        Assert.Equal("EMAIL#{Email}", refused.Constraint);
        Assert.Equal("IMembers.Create", refused.AccessPattern);
        Assert.DoesNotContain("a@b", refused.Message, StringComparison.Ordinal);
        Assert.Null(await Members.Get(2));
        Assert.Equal(["EMAIL#a@b"], (await MarkersAsync()).Keys);
        Assert.False(await Members.CreateIfFree(new Member(2, "a@b")));
        Assert.True(await Members.CreateIfFree(new Member(2, "b@b")));
    }

    [Fact]
    public async Task An_item_that_exists_is_a_condition_that_failed()
    {
        await Members.Create(new Member(1, "a@b"));

        await Assert.ThrowsAsync<ConditionFailedException>(() => Members.Create(new Member(1, "a@b")).AsTask());
        await Assert.ThrowsAsync<ConditionFailedException>(() => Members.Create(new Member(1, "other@b")).AsTask());
        Assert.Equal(["EMAIL#a@b"], (await MarkersAsync()).Keys);
    }

    [Fact]
    public async Task A_replaced_item_gives_up_what_it_had_and_claims_what_it_gets()
    {
        var member = await Members.Create(new Member(1, "a@b") { Nick = "ann" });

        var replaced = await Members.Replace(member with { Email = "c@b", Nick = null }, member);

        Assert.Equal(2, replaced.Revision);
        Assert.Equal(["EMAIL#c@b"], (await MarkersAsync()).Keys);
        await Members.Create(new Member(2, "a@b") { Nick = "ann" });
        await Assert.ThrowsAsync<UniqueConstraintException>(() => Members.Replace(replaced with { Nick = "ann" }, replaced).AsTask());
        await Assert.ThrowsAsync<ConditionFailedException>(() => Members.Replace(member with { Email = "d@b" }, member).AsTask());
        Assert.Equal(["EMAIL#a@b", "EMAIL#c@b", "NICK#ann"], (await MarkersAsync()).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_item_whose_unique_values_stay_is_written_without_a_transaction()
    {
        var member = await Members.Create(new Member(1, "a@b"));
        using var spans = new Spans("IMembers.Replace");

        await Members.Replace(member with { Note = "x" }, member);

        Assert.Equal("PutItem", Assert.Single(spans.Ended).Span.GetTagItem("db.operation.name"));
    }

    [Fact]
    public async Task The_state_of_another_item_is_no_state_before()
    {
        var member = await Members.Create(new Member(1, "a@b"));
        var other = await Members.Create(new Member(2, "b@b"));

        await Assert.ThrowsAsync<ArgumentException>(() => Members.Replace(member with { Email = "c@b" }, other).AsTask());
        await Assert.ThrowsAsync<ArgumentNullException>(() => Members.Replace(member, null!).AsTask());
    }

    [Fact]
    public async Task An_update_of_a_unique_value_demands_the_old_one()
    {
        await Members.Create(new Member(1, "a@b"));
        await Members.Create(new Member(2, "b@b"));

        Assert.True(await Members.UpdateEmail(1, "c@b", "a@b"));
        Assert.False(await Members.UpdateEmail(1, "d@b", "a@b"));
        Assert.False(await Members.UpdateEmail(1, "b@b", "c@b"));
        Assert.Equal("c@b", (await Members.Get(1))!.Email);
        Assert.Equal(["EMAIL#b@b", "EMAIL#c@b"], (await MarkersAsync()).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_value_that_was_missing_is_claimed_and_one_that_is_removed_given_up()
    {
        await Members.Create(new Member(1, "a@b"));

        await Members.UpdateFirstNick(1, "ann");
        await Assert.ThrowsAsync<ConditionFailedException>(() => Members.UpdateFirstNick(1, "bob").AsTask());
        Assert.Contains("NICK#ann", (await MarkersAsync()).Keys);
        await Assert.ThrowsAsync<ConditionFailedException>(() => Members.UpdateNoNick(1, "bob").AsTask());
        await Members.UpdateNoNick(1, "ann");

        Assert.Null((await Members.Get(1))!.Nick);
        Assert.Equal(["EMAIL#a@b"], (await MarkersAsync()).Keys);
    }

    [Fact]
    public async Task In_a_transaction_the_callers_slot_is_named()
    {
        await Members.Create(new Member(1, "a@b"));
        var second = Members.CreateAction(new Member(3, "a@b") { Nick = "cid" });

        var failed = await Assert.ThrowsAsync<TransactionFailedException>(
            () => Transactions.WriteAsync([Members.CreateAction(new Member(2, "b@b") { Nick = "bob" }), second]).AsTask());

        var failure = Assert.Single(failed.Failures);
        Assert.Equal((1, TransactionFailureReason.NotUnique, "EMAIL#{Email}"), (failure.Slot, failure.Reason, failure.UniqueConstraint));
        Assert.Null(await Members.Get(2));
        var twice = await Assert.ThrowsAsync<InvalidTransactionException>(
            () => Transactions.WriteAsync([Members.CreateAction(new Member(4, "x@b")), Members.CreateAction(new Member(5, "x@b"))]).AsTask());
        Assert.Equal([0, 1], twice.Slots);
    }

    [Fact]
    public async Task An_expired_claim_is_free()
    {
        await Guests.Create(new Guest(1, "123") { ExpiresAt = DateTimeOffset.UtcNow.AddYears(-6) }); // too long ago for time to live to delete it

        await Guests.Create(new Guest(2, "123") { ExpiresAt = DateTimeOffset.UtcNow.AddHours(1) });

        Assert.Equal(Guest.Keys.Primary.PartitionKey(2), Assert.Single(await MarkersAsync()).Value);
        await Assert.ThrowsAsync<UniqueConstraintException>(() => Guests.Create(new Guest(3, "123")).AsTask());
    }

    [Fact]
    public async Task A_marker_expires_when_its_item_does()
    {
        var expiry = new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var guest = new Guest(1, "123") { ExpiresAt = expiry };
        await Guests.Create(guest);
        Assert.Equal(expiry, await ExpiryAsync());

        await Guests.Replace(guest with { ExpiresAt = expiry.AddDays(1) }, guest);
        Assert.Equal(expiry.AddDays(1), await ExpiryAsync());

        Assert.False(await Guests.Delete(guest with { Phone = "other" }));
        Assert.True(await Guests.Delete(guest));
        Assert.Empty(await MarkersAsync());
    }

    private async Task<DateTimeOffset> ExpiryAsync()
    {
        var key = new Dictionary<string, AttributeValue> { ["pk"] = new("PHONE#123"), ["sk"] = new("UNIQUE") };
        var marker = await Client.GetItemAsync(TableName, key, TestContext.Current.CancellationToken);
        return DateTimeOffset.FromUnixTimeSeconds(long.Parse(marker.Item["ExpiresAt"].N, System.Globalization.CultureInfo.InvariantCulture));
    }
}
