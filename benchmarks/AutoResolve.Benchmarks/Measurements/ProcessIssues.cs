namespace AutoResolve.Benchmarks.Measurements;

/// <summary>Made-up issues, as people and agents put them. No person, number or address in them exists.</summary>
internal static class ProcessIssues
{
    // Short of what PostgreSQL keeps out of the row, or compresses.
    private const int BareLength = 1_950;

    // Each begins with channel, locale and fields; an empty line ends it.
    private const string OfTheShippedRules = """
        web en
        I sign in with ID.me and it shows my name for two seconds, then it signs me out again right away. At the bottom it says
        error 002. This has gone on since Tuesday and I need to see my appointment letter before Friday.

        phone en
        Caller gets error code 009 with Login.gov, worked fine last month. He uses Chrome on a desktop. Wants a call back at
        202-555-0143.

        web en errorCode=203 userId=u-18
        Cleared the cookies twice and tried another browser, it still does not let me in. I used to have no trouble with this at
        all.

        web en errorCode=201 userId=u-402
        I already cleared my cache and cookies, then used a different browser, and I get the same page that tells me to start over.

        email en
        Hello, my name is Pat Sample. I moved in March and the site could not save my recent mailing address update. It gives me an
        error every time I press Update. The apartment number is on the mailbox. You can write to pat.sample@example.com or call me
        at 303-555-0188.

        phone en
        Veteran is locked out of his ID.me account, the message says too many attempts. He has no other way to sign in.

        chat en
        how do i get reimbursed for gas and tolls for driving to the clinic, where do i file for travel pay

        web en
        On the Higher-Level Review form it says we can't load your issues right now. I waited a day and it still does not load my
        issues.

        phone en
        Vet opens form 21-0966 and the pdf only says Please wait, if this message is not eventually replaced by the proper contents
        of the document.

        email en
        I uploaded my medical records for the claim in June and the lady on the phone says VA never received them. I have the page
        with the confirmation still open. The file was a PDF of 4 MB and the site said that it was uploaded. What happened to my
        documents? Please look into it, I have sent the same papers three times now, once by mail, once by fax and once on the site.

        web en
        The upload of my evidence says the file is too large. It is a scan of 240 pages and has 71 MB.

        web en
        My claim has been in evidence gathering for eleven weeks, is it stuck? Why does it take so long and what are you waiting
        for?

        phone en
        Caller asks where to check the status of her disability claim, she filed in August.

        web en
        My application was saved in September and now it is gone, the form starts from the beginning when I open it.

        chat en
        trying to change my direct deposit and it says we can't find a bank linked to the routing number. i typed it from my check

        web en
        My last name is misspelled in my profile since I got married in May, and I cannot change it anywhere.

        phone en
        User says branch of service is wrong in the profile, it shows Army and he was in the Navy. SSN on file ends in 6789.

        web en
        When I try to refill my prescription I get an error, the button does nothing. I have four days of pills left and the
        pharmacy told me to use the website.

        web en
        My medications list says we cannot access your medications right now. It has said that for three days.

        phone en
        Secure messages will not open for the user, everything else on MHV works.

        chat en
        my lab results from the 12th are not showing, the doctor told me they are there

        web en
        My emergency contact on the check in page is still my late wife, please take her off.

        email es
        No puedo iniciar sesión, me dice código 110 cuando acepto los términos y condiciones. Uso la misma computadora de siempre.

        web es
        ¿Cómo cambio mi número de teléfono en mi perfil?

        web en
        My photo for the Veteran ID card was rejected and it only says background. I took it in front of a white wall.

        web en
        I use JAWS and it skips the submit button on the last page, I am blind and cannot finish the form by myself.

        web en
        Thank you for the new page, it was so easy to order my medicine, great job!

        email en
        Automatic reply: I am out of the office until December 14 and will read my messages when I am back.

        email en
        I have had it with all of this and I do not want to live anymore.

        web en
        I opened my claim letters and they show another veteran's name and address, not mine. His birthday is 04/12/1951.

        web en
        My rating is too low, ten percent for my back is a joke and I disagree with the decision you sent me.

        phone en
        Vet asks if there is a bus from the parking lot to the main building in Tulsa on Saturdays.

        web en
        It does not work. Please help.

        web en
        I pressed the blue thing and then nothing, my neighbor said to write to you about it, he had the same with his tablet last
        winter. After that my daughter tried it on her computer at work and it was the same for her. We are both at a loss and would
        like someone to tell us what we do wrong.

        web en
        The page for my GI Bill statement of benefits is blank. How many months do I have left?

        phone en
        Caller has two things: her payment history is missing October, and she wants a letter that proves that she gets benefits.

        chat en
        cant find my decision letter, got the email that its ready but the letters page says unavailable

        web en
        Where do I mail form 21-2680 once the doctor has filled it in?

        web en
        I owe a copay bill and want to set up monthly payments, the debt letter says 30 days but the page does not show my debt.

        web en
        Login.gov wants a US phone number to verify me and I live in Portugal now, I have no US phone.
        """;

    private const string OfTheSmallRules = """
        web en
        The form opens as a PDF and only says Please wait. I tried it twice on my tablet and once on the computer of my son.

        phone en
        Caller has the PDF open and it says please wait, if this message is not eventually replaced by the proper contents.

        email en
        Good morning, I need the PDF of the application for my father. It shows Please wait and nothing else for half an hour now.
        You can call me at 202-555-0143 or write to kim.sample@example.com. Thank you.

        chat en
        pdf says please wait

        web en
        I log on, see my name, and I am signed out again right away. I have a new laptop.

        phone en
        Caller is signed out as soon as she opens her messages. She cleared the cookies and used another browser, and it is the
        same.

        email en
        Hello, since the weekend I keep getting signed out. I type the code from my phone, the page opens, and then I am back where
        I began. It is the same on the tablet of my wife. I would like to see my appointments. My file number is 000-12-3456.

        chat en
        keep getting signed out after 2 seconds

        web en
        I want to change my direct deposit to another bank before the next payment and do not find where to do it.

        phone en
        Vet says his direct deposit shows the account of a bank that closed years ago. He lives at 12 Sample Street and wants it
        changed today.

        email en
        To whom it may concern, the page for direct deposit tells me that I have no payments, and I have had sixty percent since
        2011. Please look into it and tell me what I have to send you, and where. I am going to be away from the tenth to the end of
        the month.

        chat en
        direct deposit page is empty
        """;

    /// <summary>For the shipped rulebook.</summary>
    public static IReadOnlyList<Issue> Shipped { get; } = Read(OfTheShippedRules);

    /// <summary>For the rules of <see cref="ProcessRules"/>, as many for each.</summary>
    public static IReadOnlyList<Issue> Small { get; } = Read(OfTheSmallRules);

    /// <summary>What a bare row holds.</summary>
    public static string TwoKilobytes { get; } = OfTheShippedRules.ReplaceLineEndings(" ")[..BareLength];

    private static List<Issue> Read(string texts) => [.. texts.ReplaceLineEndings("\n").Split("\n\n").Select(ReadOne)];

    private static Issue ReadOne(string text)
    {
        var lines = text.Split('\n');
        var head = lines[0].Split(' ');
        return new Issue
        {
            Id = "",
            Channel = head[0],
            Locale = head[1],
            Fields = head[2..].Select(field => field.Split('=')).ToDictionary(field => field[0], field => field[1]),
            Text = string.Join(' ', lines[1..]),
        };
    }
}
