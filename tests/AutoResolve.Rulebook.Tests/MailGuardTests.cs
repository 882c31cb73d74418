namespace AutoResolve.ShippedRules.Tests;

/// <summary>What protects people reads all that a person sent, whatever it looks like; but not what another has written before.</summary>
public sealed class MailGuardTests
{
    private const string Danger = "I want to kill myself";
    private const string Introduction = "On Mon, Nov 2, 2026 at 10:11 AM Desk <desk@x.example> wrote:";
    private const string Header = "From: Desk <desk@x.example>\nSent: Monday, November 2, 2026 10:11 AM\nTo: Pat\nSubject: RE: claim";
    private const string Forwarded =
        "---------- Forwarded message ---------\nFrom: Pat <p@x.example>\nDate: Mon, Nov 2, 2026\nSubject: claim\nTo: <desk@x.example>\n\n";

    [Theory]
    [InlineData("My claim status is not showing. " + Danger)]
    [InlineData("My claim status is not showing.\n--\n" + Danger)]
    [InlineData("My claim status is not showing.\n-- \nPat\n" + Danger)]
    [InlineData("My claim status is not showing.\n________________________________\n" + Danger)]
    [InlineData("My claim status is not showing.\n-----Original Message-----\n" + Danger)]
    [InlineData("My claim status is not showing.\nSent from my iPhone and " + Danger)]
    [InlineData("My claim status is not showing.\nSent from my iPhone\n" + Danger)]
    [InlineData("My claim status is not showing.\nGet Outlook for iOS\n\n" + Danger)]
    [InlineData("status of claim\n> " + Danger)]
    [InlineData("> " + Danger + "\nstatus of claim")]
    [InlineData("status of claim\n> I am tired\n>\n> " + Danger)]
    [InlineData("Hello\nOn Monday my doctor wrote:\n" + Danger)]
    [InlineData("Hello\nOn Monday my doctor wrote:\n> " + Danger)]
    [InlineData("Hello\nOn 2 November at 10:11 my doctor wrote:\n> " + Danger)]
    [InlineData("Hello,\nOn Mon, Nov 2, 2026, Desk wrote:\nDo you need more help with your claim?\n\n" + Danger)]
    [InlineData("Hello,\n" + Introduction + "\nDo you need more help with your claim?\n\n" + Danger)]
    [InlineData("Hello,\n" + Introduction + "\n\n> Do you need more help with your claim?\n\n" + Danger)]
    [InlineData(Introduction + "\n> Do you need more help with your claim?\n" + Danger)]
    [InlineData("My claim status is not showing.\n\nThis message is confidential. " + Danger)]
    [InlineData("My claim status is not showing.\nFrom: Pat\nTo: whom it concerns\nDate: today\nSubject: " + Danger)]
    [InlineData("My claim status is not showing.\nFrom: me\n\nTo: you\n\n" + Danger)]
    [InlineData("Please see what my husband wrote.\n\n" + Forwarded + Danger)]
    [InlineData(Forwarded + Danger)]
    [InlineData("See below.\n\n" + Header + "\n\n" + Danger)]
    [InlineData("My son wrote this\n\nFrom: Sam <s@x.example>\nSent: Monday, November 2, 2026\nTo: Pat\nSubject: tired\n\n" + Danger)]
    public async Task Resolve_DangerWhereverItStands_IsGuarded(string text)
    {
        var resolution = await Shipped.ResolveAsync(text);

        Assert.Equal((ResolutionReason.Guarded, "guard.self-harm"), (resolution.Reason, resolution.Rule?.Id));
    }

    [Theory]
    [InlineData("My claim status is not showing.\n\n" + Introduction + "\n> We are here.\n> ")]
    [InlineData("My claim status is not showing.\n\n" + Header + "\n\n")]
    [InlineData("My claim status is not showing.\n\n##- Please type your reply above this line -##\n\n")]
    [InlineData("My claim status is not showing.\n\n-----Ursprüngliche Nachricht-----\nVon: Desk\n\n")]
    public async Task Resolve_DangerInAQuote_IsNotGuarded(string text)
    {
        var resolution = await Shipped.ResolveAsync(text + Danger);

        Assert.NotEqual(ResolutionReason.Guarded, resolution.Reason);
    }
}
